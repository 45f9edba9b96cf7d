import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import type { About } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { FormProblem } from '../../ui/form/form-problem.tsx';
import type { Held } from '../../ui/form/known.ts';
import { Section } from '../../ui/section.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import styles from './administration.module.css';

type Props<Effect> = {
  /** `settings`, `kinds/<key>`, `calendars/<id>`; what would follow is asked of its `/preview`. */
  address: string;
  body: Record<string, unknown>;
  /** How it is applied where that is not `put`. */
  method?: 'put' | 'patch';
  held: Pick<Held<unknown>, 'known' | 'changed' | 'back' | 'saved' | 'outdated'>;
  changes: About;
  previewFirst: string;
  applied: (version: number) => string;
  show: (effect: Effect) => ReactNode;
  refused?: (effect: Effect) => string | null;
  /** What is missing before it can be tried at all. */
  unfit?: string | null;
  done?: () => void;
};

/** First what a new version would change, then why, then the new version. Nothing is saved before. */
export function Apply<Effect>({
  address,
  body,
  held,
  changes,
  previewFirst,
  applied,
  show,
  refused,
  ...rest
}: Props<Effect>) {
  const [tried, setTried] = useState<{ of: string; effect: Effect } | null>(null);
  const [why, setWhy] = useState('');
  // another change, or the same on what somebody else has made meanwhile, is to be tried again
  const asked = JSON.stringify([held.known.version, body]);
  const effect = tried?.of === asked ? tried.effect : null;
  const preview = useWrite<string, Effect>({
    send: (_, options) => api.post<Effect>(`${address}/preview`, body, options),
    done: (answer, of) => setTried({ of, effect: answer }),
    failed: () => true,
  });
  const apply = useWrite<void, { version: number }>({
    send: (_, options) =>
      api[rest.method ?? 'put'](address, { ...body, why: why.trim(), seen: held.known.version }, options),
    changes: () => changes,
    done: ({ version }) => {
      held.saved();
      setWhy('');
      say(applied(version));
      rest.done?.();
    },
    failed: (problem) => {
      if (problem.code === 'stale') held.outdated();
      return true;
    },
  });
  if (!held.changed) return null;
  return (
    <Section title={t('calendars.change')}>
      {effect ? show(effect) : <p className="dim">{previewFirst}</p>}
      <FormProblem problem={apply.problem ?? preview.problem} shown={[]} />
      {effect ? <Why value={why} change={setWhy} /> : null}
      <div className={styles['row']}>
        {effect ? (
          <ActionButton
            label={t('calendars.apply')}
            kind="primary"
            busy={apply.busy}
            refused={refused?.(effect) ?? (why.trim() ? null : t('calendars.why_needed'))}
            onRun={() => void apply.run()}
          />
        ) : (
          <ActionButton
            label={t('calendars.preview')}
            kind="primary"
            busy={preview.busy}
            refused={rest.unfit}
            onRun={() => void preview.run(asked)}
          />
        )}
        <ActionButton label={t('calendars.discard')} onRun={held.back} />
      </div>
    </Section>
  );
}

function Why({ value, change }: { value: string; change: (why: string) => void }) {
  return (
    <TextInput
      label={t('calendars.why')}
      description={t('calendars.why_kept')}
      required
      maxLength={200}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
