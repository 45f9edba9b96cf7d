import { refusalWords } from '../../../refusals.ts';
import { Notice } from '../../../ui/section.tsx';
import { Table } from '../../../ui/table.tsx';
import { t } from '../../../words/words.ts';
import type { Told } from './configuration.tsx';

const most = 300;

/** What a file would change, what follows from it, and what speaks against it. */
export function Differences({ told }: { told: Told }) {
  const { changes, effects, faults } = told;
  if (changes.length === 0 && faults.length === 0) return <p>{t('configuration.same')}</p>;
  return (
    <>
      {faults.map((fault, at) => (
        <Notice key={at} tone="late">
          {refusalWords(fault)}
        </Notice>
      ))}
      {effects.map(({ what, count }) => (
        <p key={what}>{t(`configuration.${what}`, { count })}</p>
      ))}
      <p>{t('configuration.n_values', { count: changes.length })}</p>
      <Table
        label={t('calendars.change')}
        rows={changes.slice(0, most)}
        rowId={(row) => row.path}
        columns={[
          { key: 'what', label: t('limits.what'), cell: (row) => row.path },
          { key: 'before', label: t('limits.before'), cell: (row) => String(row.before ?? '–') },
          { key: 'after', label: t('limits.after'), cell: (row) => String(row.after ?? '–') },
        ]}
      />
    </>
  );
}
