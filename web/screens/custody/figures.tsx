import type { z } from 'zod';
import type { custodyStatisticsOut } from '../../../src/custody/view.ts';
import { useRead } from '../../server/queries.ts';
import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import type { TableColumn } from '../../ui/table.tsx';
import { Table } from '../../ui/table.tsx';
import { listWords, numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { moneyWords } from './custody-words.ts';

type Row = z.output<typeof custodyStatisticsOut>['items'][number];

/** How many of each kind there are and how they stand; every number leads to its things. */
export function Figures() {
  const read = useRead<z.output<typeof custodyStatisticsOut>>('custody/statistics', { about: ['custody_item'] });
  if (read.isPending) return <LoadingLines count={10} />;
  if (!read.data) return <ErrorState problem={read.error} retry={() => void read.refetch()} />;
  const groups = Map.groupBy(read.data.items, (row) => row.sort);
  if (groups.size === 0) return <EmptyState title={t('custody.figures_none')}>{t('custody.none_why')}</EmptyState>;
  return [...groups].map(([sort, rows]) => (
    <Section key={sort} title={t(`custody.sort_${sort}`)}>
      <Table
        label={t(`custody.sort_${sort}`)}
        rows={rows}
        rowId={(row) => row.kind.key}
        columns={columnsOf(sort === 'pass' || sort === 'certificate', sort === 'asset')}
      />
    </Section>
  ));
}

type Narrowing = Readonly<Record<string, string>>;

function counted(key: string, label: string, n: (row: Row) => number, search: Narrowing): TableColumn<Row> {
  return {
    key,
    label,
    number: true,
    cell: (row) =>
      n(row) === 0 ? (
        numberWords(0)
      ) : (
        <Go to="/custody" search={{ kind: row.kind.key, ...search }}>
          {numberWords(n(row))}
        </Go>
      ),
  };
}

function columnsOf(issued: boolean, worth: boolean): TableColumn<Row>[] {
  return [
    { key: 'kind', label: t('custody.kind'), cell: (row) => said(row.kind.name) },
    counted('total', t('custody.total'), (row) => row.total, {}),
    counted('in_house', t('custody.in_house'), (row) => row.inHouse, { state: 'in_house' }),
    ...(issued
      ? [
          counted('issued', t('custody.issued'), (row) => row.issued, { state: 'issued' }),
          counted('valid', t('custody.valid_today'), (row) => row.valid, { valid: 'true' }),
        ]
      : [
          counted('drawn', t('custody.drawn'), (row) => row.drawn, { state: 'drawn' }),
          counted('overdue', t('custody.overdue'), (row) => row.overdue, { only: 'overdue' }),
          counted('handed_out', t('custody.handed_out'), (row) => row.handedOut, { state: 'handed_out' }),
        ]),
    counted('damaged', t('custody.damaged'), (row) => row.damaged, { only: 'damaged' }),
    counted('lost', t('custody.lost'), (row) => row.lost, { state: 'lost' }),
    counted('written_off', t('custody.written_off'), (row) => row.writtenOff, { state: 'written_off' }),
    ...(worth
      ? [
          {
            key: 'worth',
            label: t('custody.worth'),
            number: true,
            cell: (row: Row) => listWords(row.worth.map(moneyWords)),
          },
        ]
      : []),
  ];
}
