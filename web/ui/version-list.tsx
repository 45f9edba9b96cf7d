import { t } from '../words/words.ts';
import { ActionButton } from './action-button.tsx';
import { Section } from './section.tsx';
import type { TableColumn } from './table.tsx';
import { Table } from './table.tsx';
import { When } from './when.tsx';

export type KeptVersion = { version: number; at: string; by: string | null; why: string | null };

type Props<Row extends KeptVersion> = {
  /** The newest first. */
  rows: readonly Row[];
  /** What else each version says, before it is put back. */
  more?: readonly TableColumn<Row>[];
  /** A former version comes back into the editor, to be tried and applied like any change; left out: it may only be read. */
  putBack?: ((row: Row) => void) | undefined;
};

/** Who changed it, when and why, version by version. */
export function VersionList<Row extends KeptVersion>({ rows, more = [], putBack }: Props<Row>) {
  if (rows.length === 0) return null;
  const back: TableColumn<Row> = {
    key: 'back',
    label: t('kinds.back'),
    acts: true,
    cell: (row) =>
      row.version === rows[0]?.version ? (
        t('kinds.is_now')
      ) : (
        <ActionButton label={t('kinds.put_back', { n: row.version })} kind="quiet" onRun={() => putBack?.(row)} />
      ),
  };
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
          ...more,
          ...(putBack ? [back] : []),
        ]}
      />
    </Section>
  );
}
