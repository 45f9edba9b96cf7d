import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { periods, periodWords as spanWords } from '../../matter/periods.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { numberWords } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { said, t } from '../../words/words.ts';
import type { CheckLine } from './answers.ts';
import { periodWords, stateWords, usePlans } from './answers.ts';
import { checksQuery, checkStates } from './search.ts';

const route = getRouteApi('/inside/quality');

/** The spot checks of each period, the newest first: who owes them, what was drawn, how far they are. */
export function Checks() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const query = checksQuery(search);
  const pages = usePages<CheckLine>('spot-checks', { about: ['spot_check', 'commitment', 'clock'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  return (
    <List
      name="spot_checks"
      label={t('quality.view_checks')}
      rows={rows}
      rowId={(row) => row.id}
      columns={shown}
      phoneRow={PhoneRow}
      open={(row) => void navigate({ to: '/quality/checks/$id', params: { id: row.id } })}
      filters={
        <FiltersAndTakeOut list="spot-checks" name={t('quality.view_checks')} query={query}>
          <CheckFilters />
        </FiltersAndTakeOut>
      }
      state={pagesState(pages)}
      empty={<EmptyState title={t('quality.none')}>{t('quality.none_why')}</EmptyState>}
    />
  );
}

function CheckFilters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const plans = usePlans();
  const one = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  const filters = [
    one(
      'state',
      t('quality.state'),
      checkStates.map((value) => ({ value, label: t(`quality.state_${value}`) })),
    ),
    one(
      'plan',
      t('quality.plan'),
      (plans.data?.items ?? []).map(({ plan }) => ({ value: plan.key, label: said(plan.name) })),
    ),
    one(
      'failed',
      t('quality.findings'),
      (['true', 'false'] as const).map((value) => ({ value, label: t(`quality.failed_${value}`) })),
    ),
    one(
      'period',
      t('period.filter'),
      periods.map((value) => ({ value, label: spanWords(value) })),
    ),
  ];
  return <FilterSentence subject={t('quality.view_checks')} filters={filters} />;
}

/** What was drawn and looked at, in words: "3 of 5 looked at". */
function progressWords(row: CheckLine): string {
  if (row.state === 'running') return t('quality.not_drawn');
  if (row.population === 0) return t('quality.nothing_fell');
  return t('quality.looked_of', { looked: numberWords(row.looked), drawn: numberWords(row.drawn) });
}

function failedWords(row: CheckLine): string {
  return row.looked === 0 ? '' : numberWords(row.failed);
}

function columns(): Column<CheckLine>[] {
  return [
    {
      key: 'plan',
      label: t('quality.plan'),
      width: 'minmax(12rem, 2fr)',
      always: true,
      cell: (row) => <span className="subject">{said(row.plan.name)}</span>,
    },
    { key: 'period', label: t('quality.period'), width: 'minmax(8rem, 1fr)', always: true, cell: periodWords },
    { key: 'state', label: t('quality.state'), width: 'minmax(7rem, 1fr)', cell: (row) => stateWords(row.state) },
    { key: 'progress', label: t('quality.progress'), width: 'minmax(9rem, 1.2fr)', cell: progressWords },
    { key: 'failed', label: t('quality.with_faults'), width: '6rem', cell: failedWords },
    {
      key: 'owner',
      label: t('quality.checker'),
      width: 'minmax(5rem, 0.8fr)',
      cell: (row) => row.owner?.name ?? row.completedBy?.name,
    },
    {
      key: 'due',
      label: t('quality.due'),
      width: 'minmax(7rem, 1fr)',
      cell: (row) => (row.dueAt ? <When at={row.dueAt} /> : null),
    },
    {
      key: 'completed',
      label: t('quality.completed_at'),
      width: 'minmax(7rem, 1fr)',
      cell: (row) => (row.completedAt ? <When at={row.completedAt} /> : null),
    },
  ];
}

function PhoneRow(row: CheckLine) {
  return (
    <TwoLines
      subject={said(row.plan.name)}
      beside={<span className="dim">{periodWords(row)}</span>}
      facts={[stateWords(row.state), progressWords(row), row.owner?.name ?? '']}
    />
  );
}
