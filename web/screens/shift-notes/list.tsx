import { IconArrowsExchange } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { periodOptions } from '../../matter/periods.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { When } from '../../ui/when.tsx';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { said, t } from '../../words/words.ts';
import { queryOf, states } from './search.ts';
import type { NoteLine } from './shift.ts';
import { stateWords } from './shift.ts';

const route = getRouteApi('/inside/shift-notes');

/** Handover notes, the newest first: who handed what over, who accepted it when. */
export function ShiftNotes() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const writes = useRight('contact.record');
  const pages = usePages<NoteLine>('shift-notes', { about: ['shift_note', 'clock'], query: queryOf(search) });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  const write = () => void navigate({ to: '/shift-notes/new' });
  return (
    <Page
      title={t('shift.title')}
      shape="fill"
      actions={
        writes ? (
          <ActionButton label={t('frame.write_shift_note')} icon={IconArrowsExchange} hotkey="N" onRun={write} />
        ) : null
      }
    >
      <List
        name="shift-notes"
        label={t('shift.title')}
        rows={rows}
        rowId={(row) => row.id}
        columns={shown}
        phoneRow={PhoneRow}
        open={(row) => void navigate({ to: '/shift-notes/$noteId', params: { noteId: row.id } })}
        filters={
          <FiltersAndTakeOut list="shift-notes" name={t('shift.title')} query={queryOf(search)}>
            <Filters />
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={<EmptyState title={t('shift.none')}>{t('shift.none_why')}</EmptyState>}
      />
    </Page>
  );
}

function columns(): Column<NoteLine>[] {
  return [
    { key: 'at', label: t('shift.handed_at'), width: '8rem', always: true, cell: (row) => <When at={row.handedAt} /> },
    { key: 'by', label: t('shift.by'), width: 'minmax(5rem, 0.8fr)', always: true, cell: (row) => row.by.name },
    {
      key: 'text',
      label: t('shift.text'),
      width: 'minmax(10rem, 2fr)',
      cell: (row) => <span className="subject">{row.text}</span>,
    },
    { key: 'count', label: t('shift.open_lines'), width: '5rem', cell: (row) => row.count },
    { key: 'state', label: t('shift.state'), width: 'minmax(7rem, 1fr)', cell: stateWords },
    {
      key: 'accepted',
      label: t('shift.accepted_by'),
      width: 'minmax(5rem, 0.8fr)',
      cell: (row) => row.acceptedBy?.name ?? row.to?.name,
    },
    { key: 'remark', label: t('shift.remark_of_next'), width: 'minmax(7rem, 1.2fr)', cell: (row) => row.remark },
    {
      key: 'post',
      label: t('shift.post'),
      width: 'minmax(6rem, 1fr)',
      spare: true,
      cell: (row) => said(row.post.name),
    },
  ];
}

function PhoneRow(row: NoteLine) {
  return (
    <TwoLines
      subject={row.text}
      beside={<When at={row.handedAt} className="dim" />}
      facts={[row.by.name, stateWords(row), row.acceptedBy?.name]}
    />
  );
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { people } = useDesk();
  const names = peopleOptions(people);
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  const spans = periodOptions();
  const standings = states.map((value) => ({ value, label: t(`shift.filter_${value}`) }));
  return (
    <FilterSentence
      subject={t('shift.title')}
      filters={[
        filter('period', t('period.filter'), spans),
        filter('state', t('shift.state'), standings),
        filter('by', t('shift.by'), names, ({ label }) => t('shift.says_by', { name: label })),
        filter('to', t('shift.accepted_by'), names, ({ label }) => t('shift.says_to', { name: label })),
      ]}
    />
  );
}
