import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { boardClocksOut } from '../../../src/report/board-clocks.ts';
import { clockColumn, clockOf } from '../../matter/clock-column.tsx';
import { useDesk } from '../../matter/kinds.ts';
import { useRead } from '../../server/queries.ts';
import { whatIsOwed } from '../../ui/clock/words.ts';
import { readState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { TakeOut } from '../exchange/take-out.tsx';
import { Page } from '../../ui/page.tsx';
import { countWords } from '../../ui/stat.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { said, t } from '../../words/words.ts';
import { usePromising } from '../tickets/promising.tsx';
import type { ClockSearch } from './search.ts';

type Answer = z.output<typeof boardClocksOut>;
type Row = Answer['items'][number];

const rowId = (row: Row) => row.clock.id;

/** The list behind a number of the board: what is owed, on which ticket, by whom. */
export function BoardClocks() {
  const search: ClockSearch = useSearch({ from: '/inside/board/clocks' });
  const { which, department } = search;
  const name = useDesk().departments.find((one) => one.id === department)?.name;
  const navigate = useNavigate();
  const read = useRead<Answer>('board/clocks', { about: ['commitment', 'clock', 'ticket'], query: search });
  const shown = useMemo(() => columns(), []);
  const { promise, dialog } = usePromising((row: Row) => row.ticket.id);
  const rows = read.data?.items ?? [];
  return (
    <Page
      title={[t(`board.list_${which}`), name ? said(name) : ''].filter(Boolean).join(' · ')}
      shape="fill"
      aside={read.data ? countWords({ n: rows.length, more: read.data.more }) : null}
      actions={<TakeOut list="board-clocks" name={t(`board.list_${which}`)} query={search} />}
    >
      <List
        name="board-clocks"
        label={t(`board.list_${which}`)}
        rows={rows}
        rowId={rowId}
        columns={shown}
        phoneRow={PhoneRow}
        open={(row) => void navigate({ to: `/tickets/${row.ticket.id}` })}
        actions={[promise]}
        state={readState(read)}
        empty={<EmptyState title={t(`board.list_${which}_empty`)}>{t('board.list_empty_why')}</EmptyState>}
      />
      {dialog}
    </Page>
  );
}

function columns(): Column<Row>[] {
  return [
    clockColumn(),
    {
      key: 'owed',
      label: t('list.owed'),
      width: 'minmax(9rem, 1.6fr)',
      always: true,
      cell: (row) => whatIsOwed(row.clock),
    },
    { key: 'number', label: t('list.number'), width: '5rem', cell: (row) => row.ticket.number },
    { key: 'title', label: t('list.title'), width: 'minmax(12rem, 3fr)', cell: (row) => row.ticket.title },
    { key: 'place', label: t('list.place'), width: 'minmax(6rem, 1fr)', cell: (row) => row.ticket.place },
    { key: 'owner', label: t('list.owner'), width: 'minmax(6rem, 1fr)', cell: (row) => row.clock.ownerName },
  ];
}

function PhoneRow(row: Row) {
  const facts = [row.ticket.title, row.ticket.number, row.clock.ownerName];
  return <TwoLines subject={whatIsOwed(row.clock)} beside={clockOf(row)} facts={facts} />;
}
