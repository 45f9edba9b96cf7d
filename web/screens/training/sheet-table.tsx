import type { SessionPage } from '../../../src/training/view.ts';
import { Go } from '../../ui/go.tsx';
import { Table } from '../../ui/table.tsx';
import { t } from '../../words/words.ts';
import { hoursWords } from './training-data.ts';

type Mark = SessionPage['sheet'][number];

/** Who is invited, and once it was held who came, for how long and with which result. */
export function SheetTable({ session }: { session: SessionPage }) {
  const held = session.state === 'held';
  return (
    <Table
      label={t('training.sheet')}
      rows={session.sheet}
      rowId={(row) => row.person.id}
      columns={[
        {
          key: 'person',
          label: t('training.person'),
          cell: (row) => <Go to={`/staff/training/people/${row.person.id}`}>{row.person.name}</Go>,
        },
        ...(held
          ? [
              {
                key: 'attendance',
                label: t('training.attendance'),
                cell: (row: Mark) => (row.attendance ? t(`training.attendance_${row.attendance}`) : null),
              },
              {
                key: 'minutes',
                label: t('training.n_hours'),
                number: true,
                cell: (row: Mark) => (row.minutes === null ? null : hoursWords(row.minutes)),
              },
              { key: 'score', label: t('training.score'), number: true, cell: (row: Mark) => row.score },
              {
                key: 'passed',
                label: t('training.result'),
                cell: (row: Mark) =>
                  row.passed === null ? null : t(row.passed ? 'training.passed' : 'training.failed'),
              },
              { key: 'remark', label: t('training.remark'), cell: (row: Mark) => row.remark },
            ]
          : []),
      ]}
    />
  );
}
