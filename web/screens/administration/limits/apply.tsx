import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { effectOut } from '../../../../src/pack/definitions-view.ts';
import { api } from '../../../api.ts';
import { refusalWords } from '../../../refusals.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { FormProblem } from '../../../ui/form/form-problem.tsx';
import { Notice, Section } from '../../../ui/section.tsx';
import { Table } from '../../../ui/table.tsx';
import { say } from '../../../ui/toast.ts';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../writes.ts';
import styles from '../administration.module.css';
import { partWords, valueWords } from './limit-words.ts';
import type { Slot } from './slots.ts';

type Effect = z.output<typeof effectOut>;

type Props = {
  /** `kinds/<key>` or `settings`. */
  address: string;
  body: Record<string, unknown>;
  seen: number;
  slots: readonly Slot[];
  changed: boolean;
  back: () => void;
};

/** What the next matters will meet and what speaks against it, then why, then the new version. Open ones keep theirs. */
export function Apply({ address, body, seen, slots, changed, back }: Props) {
  const [effect, setEffect] = useState<Effect | null>(null);
  const [why, setWhy] = useState('');
  const preview = useWrite<void, Effect>({
    send: (_, options) => api.post<Effect>(`${address}/preview`, body, options),
    done: setEffect,
    failed: () => true,
  });
  const apply = useWrite<void, { version: number }>({
    send: (_, options) => api.put(address, { ...body, why: why.trim(), seen }, options),
    changes: () => ['organisation'],
    done: ({ version }) => say(t('limits.applied', { n: version })),
    failed: () => true,
  });
  if (!changed) return null;
  const refused =
    effect && effect.faults.length > 0 ? t('limits.faulty') : why.trim() ? null : t('calendars.why_needed');
  return (
    <Section title={t('calendars.change')}>
      {effect ? <EffectTable effect={effect} slots={slots} /> : <p className="dim">{t('limits.preview_first')}</p>}
      <FormProblem problem={apply.problem ?? preview.problem} shown={[]} />
      {effect ? (
        <TextInput
          label={t('calendars.why')}
          description={t('calendars.why_kept')}
          required
          maxLength={200}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
      ) : null}
      <div className={styles['row']}>
        {effect ? (
          <ActionButton
            label={t('calendars.apply')}
            kind="primary"
            busy={apply.busy}
            refused={refused}
            onRun={() => void apply.run()}
          />
        ) : (
          <ActionButton
            label={t('calendars.preview')}
            kind="primary"
            busy={preview.busy}
            onRun={() => void preview.run()}
          />
        )}
        <ActionButton label={t('calendars.discard')} onRun={back} />
      </div>
    </Section>
  );
}

function EffectTable({ effect, slots }: { effect: Effect; slots: readonly Slot[] }) {
  const titleOf = (path: string) => slots.find((slot) => path.startsWith(`${slot.path}.`))?.title ?? '';
  return (
    <>
      {effect.faults.map((fault, at) => (
        <Notice key={at} tone="late">
          {refusalWords(fault)}
        </Notice>
      ))}
      <p>{t('limits.next_ones')}</p>
      <Table
        label={t('calendars.change')}
        rows={effect.changes}
        rowId={(row) => row.path}
        columns={[
          {
            key: 'what',
            label: t('limits.what'),
            cell: (row) => [titleOf(row.path), partWords(row.path)].filter(Boolean).join(' · '),
          },
          { key: 'before', label: t('limits.before'), cell: (row) => valueWords(row.path, row.before) },
          { key: 'after', label: t('limits.after'), cell: (row) => valueWords(row.path, row.after) },
        ]}
      />
    </>
  );
}
