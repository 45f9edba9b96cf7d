import { ActionButton } from '../../../ui/action-button.tsx';
import { Section } from '../../../ui/section.tsx';
import { Table } from '../../../ui/table.tsx';
import { numberWords } from '../../../ui/time.ts';
import { When } from '../../../ui/when.tsx';
import { t } from '../../../words/words.ts';

type Version = { version: number; at: string; by: string | null; why: string | null; openTickets?: number };

type Props = { rows: readonly Version[]; putBack?: ((version: number) => void) | undefined };

/** Who changed it, when and why; and how much that is open still finishes on each. A former one can be put back. */
export function LimitVersions({ rows, putBack }: Props) {
  const counted = rows.some((row) => row.openTickets !== undefined);
  return (
    <Section title={t('calendars.versions')}>
      <Table
        label={t('calendars.versions')}
        rows={rows}
        rowId={(row) => String(row.version)}
        columns={[
          { key: 'version', label: t('calendars.version'), cell: (row) => row.version },
          { key: 'at', label: t('calendars.changed'), cell: (row) => <When at={row.at} /> },
          { key: 'by', label: t('calendars.by'), cell: (row) => row.by ?? t('calendars.as_shipped') },
          { key: 'why', label: t('calendars.why'), cell: (row) => row.why },
          ...(counted
            ? [
                {
                  key: 'open',
                  label: t('limits.open_on_it'),
                  number: true,
                  cell: (row: Version) => numberWords(row.openTickets ?? 0),
                },
              ]
            : []),
          ...(putBack
            ? [{ key: 'back', label: t('kinds.back'), cell: (row: Version) => backOf(row, rows, putBack) }]
            : []),
        ]}
      />
    </Section>
  );
}

function backOf(row: Version, rows: readonly Version[], putBack: (version: number) => void) {
  if (row.version === rows[0]?.version) return t('kinds.is_now');
  return (
    <ActionButton label={t('kinds.put_back', { n: row.version })} kind="quiet" onRun={() => putBack(row.version)} />
  );
}
