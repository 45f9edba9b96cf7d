import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { dailyRecordsOut } from '../../../src/daily-record/view.ts';
import { useDesk } from '../../matter/kinds.ts';
import { periodOptions } from '../../matter/periods.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { absolute, dateOf, spoken } from '../../ui/time.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { said, t } from '../../words/words.ts';
import { queryOf, states } from './search.ts';

const route = getRouteApi('/inside/summaries/days');

type Days = z.output<typeof dailyRecordsOut>;
export type DayLine = Days['items'][number];

/** The records of the working days (COMP-20): who owes each, whether it was in time, and which departments have it. */
export function Days() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const pages = usePages<DayLine, Days>('daily-records', {
    about: ['daily_record', 'clock'],
    query: queryOf(search),
  });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const kept = pages.data?.pages[0]?.kept;
  return (
    <Page title={t('daily.title')} shape="fill" aside={kept && kept.of > 0 ? t('daily.kept', kept) : null}>
      <List
        name="daily-records"
        label={t('daily.title')}
        rows={rows}
        rowId={(row) => row.id}
        columns={columns()}
        phoneRow={PhoneRow}
        open={(row) => void navigate({ to: `/summaries/days/${row.id}` as never })}
        filters={
          <FiltersAndTakeOut list="daily-records" name={t('daily.title')} query={queryOf(search)}>
            <Filters />
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={<EmptyState title={t('daily.none')}>{t('daily.none_why')}</EmptyState>}
      />
    </Page>
  );
}

export function dayWords({ begins }: Pick<DayLine, 'begins'>): string {
  return t('daily.of_day', { day: dateOf(`${begins}T12:00:00.000Z`) });
}

/** `when`: how its moment is said; on paper in full. */
export function stateOfDay(row: DayLine, when: (at: string) => string = absolute): string {
  if (row.handedAt) return t('daily.handed', { when: when(row.handedAt) });
  return row.late ? t('daily.state_late') : t('daily.state_open');
}

const stateInList = (row: DayLine): string => stateOfDay(row, spoken);

const partsOf = ({ parts, acknowledged, handedAt }: DayLine): string =>
  handedAt ? t('daily.have_it', { n: acknowledged, of: parts }) : '';

function columns(): Column<DayLine>[] {
  return [
    { key: 'day', label: t('daily.day'), width: 'minmax(9rem, 1fr)', always: true, cell: dayWords },
    { key: 'state', label: t('daily.state'), width: 'minmax(11rem, 1.2fr)', always: true, cell: stateInList },
    { key: 'parts', label: t('daily.departments'), width: 'minmax(7rem, 1fr)', cell: partsOf },
    { key: 'owner', label: t('daily.owner'), width: 'minmax(5rem, 0.8fr)', cell: (row) => row.owner?.name },
    {
      key: 'due',
      label: t('daily.due'),
      width: 'minmax(8rem, 1fr)',
      cell: (row) => (row.dueAt ? absolute(row.dueAt) : null),
    },
  ];
}

function PhoneRow(row: DayLine) {
  return (
    <TwoLines subject={dayWords(row)} facts={[stateInList(row), partsOf(row), row.owner?.name ?? ''].filter(Boolean)} />
  );
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { departments } = useDesk();
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  return (
    <FilterSentence
      subject={t('daily.title')}
      filters={[
        filter('period', t('period.filter'), periodOptions()),
        filter(
          'state',
          t('daily.state'),
          states.map((value) => ({ value, label: t(`daily.state_${value}`) })),
        ),
        filter(
          'department',
          t('daily.department'),
          departments.map((one) => ({ value: one.id, label: said(one.name) })),
        ),
      ]}
    />
  );
}
