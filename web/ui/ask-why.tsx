import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { t } from '../words/words.ts';
import { AskFirst } from './ask-first.tsx';

type AskWhyProps = {
  opened: boolean;
  close: () => void;
  title: string;
  /** The words on the button that does it: the act itself, never "OK". */
  act: string;
  /** What is asked; left out: why it is changed. */
  label?: string;
  busy: boolean;
  danger?: boolean;
  run: (why: string) => void;
  /** What will happen, and whatever else is asked. */
  children?: ReactNode;
};

/** Before an act that keeps its reason: says what will happen, asks why, and does it only with a reason. */
export function AskWhy({ label, run, danger = false, children, ...rest }: AskWhyProps) {
  const [why, setWhy] = useState('');
  return (
    <AskFirst
      {...rest}
      danger={danger}
      refused={why.trim() ? null : t('calendars.why_needed')}
      run={() => run(why.trim())}
    >
      {children}
      <TextInput
        label={label ?? t('calendars.why')}
        description={label ? undefined : t('calendars.why_kept')}
        required
        maxLength={200}
        data-autofocus
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
    </AskFirst>
  );
}
