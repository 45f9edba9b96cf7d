import { ClockDot } from '../../ui/clock/clock-dot.tsx';
import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { numberWords, spoken } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import type { Matter } from './customers.ts';

/** What is or was the matter, each in one line, with who comes when. */
export function Matters({ title, empty, rows }: { title: string; empty: string; rows: readonly Matter[] }) {
  return (
    <Section title={title} aside={rows.length > 0 ? numberWords(rows.length) : null}>
      {rows.length === 0 ? <p className="dim">{empty}</p> : null}
      {rows.length > 0 ? (
        <Table
          label={title}
          rows={rows}
          rowId={(row) => row.id}
          columns={[
            {
              key: 'title',
              label: t('list.title'),
              cell: (row) => (
                <Go to={`/tickets/${row.id}`}>
                  {row.number} {row.title}
                </Go>
              ),
            },
            { key: 'place', label: t('list.place'), cell: (row) => row.place?.code },
            { key: 'stage', label: t('list.stage'), cell: (row) => said(row.stage.name) },
            { key: 'owner', label: t('list.owner'), cell: (row) => row.owner.name },
            { key: 'when', label: t('customers.opened'), cell: (row) => <When at={row.openedAt} /> },
            { key: 'clock', label: t('list.clock'), cell: (row) => <Next row={row} /> },
          ]}
        />
      ) : null}
    </Section>
  );
}

function Next({ row }: { row: Matter }) {
  const { coming, clock } = row;
  return (
    <span>
      {clock ? <ClockDot clock={clock} /> : null}
      {coming ? (
        <span className="dim">
          {' '}
          {t('customers.coming', { who: coming.personName ?? said(coming.department), at: spoken(coming.fromAt) })}
        </span>
      ) : null}
    </span>
  );
}
