import type { z } from 'zod';
import type { effectOut } from '../../../../src/pack/effect-shapes.ts';
import { refusalWords } from '../../../server/refusals.ts';
import { Notice } from '../../../ui/section.tsx';
import { Table } from '../../../ui/table.tsx';
import { t } from '../../../words/words.ts';
import { partWords, valueWords } from './limit-words.ts';
import type { Slot } from './slots.ts';

export type Effect = z.output<typeof effectOut>;

/** What the next matters will meet, and what speaks against it. Open ones keep theirs. */
export function EffectTable({ effect, slots }: { effect: Effect; slots: readonly Slot[] }) {
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
            cell: (row) => [titleOf(row.path), partWords(row.path)].filter(Boolean).join(' · ') || row.path,
          },
          { key: 'before', label: t('limits.before'), cell: (row) => valueWords(row.path, row.before) },
          { key: 'after', label: t('limits.after'), cell: (row) => valueWords(row.path, row.after) },
        ]}
      />
    </>
  );
}
