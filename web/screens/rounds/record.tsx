import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { periodOptions } from '../../matter/periods.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { spoken } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { said, t } from '../../words/words.ts';
import { usePlans } from './plan.ts';
import type { RoundLine } from './round-words.ts';
import { roundName, stateWords, toneOf } from './round-words.ts';
import { queryOf, results, states } from './search.ts';

const route = getRouteApi('/inside/rounds');

/** Every round, newest first: by period, checklist, result and person. */
export function RoundRecord() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const pages = usePages<RoundLine>('rounds', { about: ['round', 'clock'], query: queryOf(search) });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  return (
    <List
      name="rounds"
      label={t('rounds.subject')}
      rows={rows}
      rowId={(row) => row.id}
      columns={shown}
      phoneRow={PhoneRow}
      open={(row) => void navigate({ to: '/rounds/$roundId', params: { roundId: row.id } })}
      filters={
        <FiltersAndTakeOut list="rounds" name={t('rounds.subject')} query={queryOf(search)}>
          <RecordFilters />
        </FiltersAndTakeOut>
      }
      state={pagesState(pages)}
      empty={<EmptyState title={t('rounds.none_found')}>{t('rounds.none_found_why')}</EmptyState>}
    />
  );
}

function State({ row }: { row: RoundLine }) {
  return <StateMark tone={toneOf(row.state)}>{stateWords(row.state)}</StateMark>;
}

function columns(): Column<RoundLine>[] {
  return [
    { key: 'due', label: t('rounds.due'), width: '8rem', always: true, cell: (row) => <When at={row.dueAt} /> },
    {
      key: 'plan',
      label: t('rounds.checklist'),
      width: 'minmax(10rem, 2fr)',
      always: true,
      cell: (row) => <span className="subject">{roundName(row)}</span>,
    },
    { key: 'state', label: t('rounds.state'), width: 'minmax(6rem, 1fr)', cell: (row) => <State row={row} /> },
    {
      key: 'faults',
      label: t('rounds.faults'),
      width: 'minmax(8rem, 0.8fr)',
      cell: (row) => (row.faults > 0 ? t('rounds.n_faults', { count: row.faults }) : ''),
    },
    { key: 'post', label: t('rounds.post'), width: 'minmax(6rem, 1fr)', cell: (row) => said(row.post.name) },
    { key: 'by', label: t('rounds.done_by'), width: 'minmax(6rem, 1fr)', cell: (row) => row.doneBy?.name },
    {
      key: 'done',
      label: t('rounds.done_at'),
      width: '8rem',
      cell: (row) => (row.doneAt ? <When at={row.doneAt} /> : null),
    },
  ];
}

function PhoneRow(row: RoundLine) {
  const faults = row.faults > 0 ? t('rounds.n_faults', { count: row.faults }) : '';
  return (
    <TwoLines
      subject={roundName(row)}
      beside={<State row={row} />}
      facts={[spoken(row.dueAt), row.doneBy?.name, faults]}
    />
  );
}

function RecordFilters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { people } = useDesk();
  const plans = usePlans();
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  return (
    <FilterSentence
      subject={t('rounds.subject')}
      filters={[
        filter('period', t('period.filter'), periodOptions()),
        filter(
          'plan',
          t('rounds.checklist'),
          plans.map((one) => ({ value: one.id, label: said(one.content.name) })),
        ),
        filter(
          'state',
          t('rounds.state'),
          states.map((value) => ({ value, label: t(`rounds.filter_${value}`) })),
        ),
        filter(
          'result',
          t('rounds.result'),
          results.map((value) => ({ value, label: t(`rounds.filter_${value}`) })),
        ),
        filter('person', t('rounds.person'), peopleOptions(people), ({ label }) =>
          t('rounds.says_person', { name: label }),
        ),
      ]}
    />
  );
}
