import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { SessionLine } from '../../../src/training/view.ts';
import { periodOptions } from '../../matter/periods.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { monthOf, numberWords, weekdayAndTime } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { sessionsQuery, sessionStates } from './search.ts';
import styles from './training.module.css';
import {
  ABOUT_SESSIONS,
  departmentOptions,
  optionsOf,
  personOptions,
  stateOf,
  trainerWords,
  useTraining,
} from './training-data.ts';

const route = getRouteApi('/inside/staff/training');

/** The training plan month by month, and how each session stands (TRNG-02). */
export function Plan() {
  const navigate = useNavigate();
  const query = sessionsQuery(route.useSearch());
  const pages = usePages<SessionLine>('training/sessions', { about: ABOUT_SESSIONS, query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  return (
    <List
      name="training_sessions"
      label={t('training.view_plan')}
      rows={rows}
      rowId={(row) => row.id}
      columns={shown}
      phoneRow={PhoneRow}
      heading={(row) => ({ key: monthOf(row.fromAt), label: monthOf(row.fromAt) })}
      open={(row) => void navigate({ to: `/staff/training/sessions/${row.id}` })}
      filters={
        <FiltersAndTakeOut list="training-sessions" name={t('training.view_plan')} query={query}>
          <PlanFilters />
        </FiltersAndTakeOut>
      }
      state={pagesState(pages)}
      empty={<EmptyState title={t('training.no_sessions')}>{t('training.no_sessions_why')}</EmptyState>}
    />
  );
}

function PlanFilters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useTraining();
  const one = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  const filters = [
    one('period', t('period.filter'), periodOptions()),
    one(
      'state',
      t('training.state'),
      sessionStates.map((value) => ({ value, label: t(`training.state_${value}`) })),
    ),
    one('department', t('training.department'), departmentOptions(data)),
    one('form', t('training.form'), optionsOf(data?.rules?.forms)),
    one('course', t('training.course'), optionsOf(data?.rules?.courses)),
    one('person', t('training.person'), personOptions(data)),
  ];
  return <FilterSentence subject={t('training.view_plan')} filters={filters} />;
}

function State({ row }: { row: SessionLine }) {
  const state = stateOf(row);
  return (
    <span className={state === 'missed' ? styles['wrong'] : state === 'planned' ? undefined : 'dim'}>
      {t(`training.state_${state}`)}
    </span>
  );
}

const peopleWords = (row: SessionLine): string =>
  row.state === 'held'
    ? t('training.came_of', { came: numberWords(row.came), invited: numberWords(row.invited) })
    : t('training.invited_n', { count: row.invited });

function columns(): Column<SessionLine>[] {
  return [
    { key: 'at', label: t('training.when'), width: '9.5rem', always: true, cell: (row) => weekdayAndTime(row.fromAt) },
    {
      key: 'subject',
      label: t('training.subject'),
      width: 'minmax(10rem, 2fr)',
      always: true,
      cell: (row) => <span className="subject">{row.subject}</span>,
    },
    { key: 'state', label: t('training.state'), width: 'minmax(6rem, 0.8fr)', cell: (row) => <State row={row} /> },
    { key: 'people', label: t('training.people'), width: 'minmax(6rem, 0.8fr)', cell: peopleWords },
    { key: 'form', label: t('training.form'), width: 'minmax(7rem, 1fr)', cell: (row) => said(row.form.name) },
    { key: 'trainer', label: t('training.trainer'), width: 'minmax(5rem, 0.8fr)', cell: trainerWords },
    {
      key: 'department',
      label: t('training.department'),
      width: 'minmax(6rem, 1fr)',
      cell: (row) => said(row.department.name),
    },
    { key: 'place', label: t('training.place'), width: 'minmax(6rem, 1fr)', cell: (row) => row.place },
  ];
}

function PhoneRow(row: SessionLine) {
  return (
    <TwoLines
      subject={row.subject}
      beside={<State row={row} />}
      facts={[weekdayAndTime(row.fromAt), peopleWords(row), trainerWords(row)]}
    />
  );
}
