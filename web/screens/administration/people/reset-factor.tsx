import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../api.ts';
import { AskFirst } from '../../../ui/ask-first.tsx';
import { say } from '../../../ui/toast.ts';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../writes.ts';
import type { Person } from './people.ts';

/** For somebody who lost the telephone; how it was made sure who asks is kept. */
export function ResetFactor({ person, opened, close }: { person: Person; opened: boolean; close: () => void }) {
  const [why, setWhy] = useState('');
  const reset = useWrite<string>({
    send: (reason, options) => api.post(`people/${person.id}/second-factor/reset`, { why: reason }, options),
    changes: () => ['person', `person/${person.id}`, 'session'],
    done: () => {
      setWhy('');
      say(t('second_factor.reset_done'));
      close();
    },
  });
  return (
    <AskFirst
      opened={opened}
      close={close}
      title={t('second_factor.reset_title', { name: person.name })}
      act={t('second_factor.reset')}
      busy={reset.busy}
      refused={why.trim() ? null : t('security.why_needed')}
      run={() => void reset.run(why.trim())}
    >
      <p>{t('second_factor.reset_how')}</p>
      <TextInput
        label={t('second_factor.reset_why')}
        required
        maxLength={200}
        data-autofocus
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
    </AskFirst>
  );
}
