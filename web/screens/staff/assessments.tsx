import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { AssessmentLine } from '../../../src/personnel/view.ts';
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
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { Results } from './results.tsx';
import { daysOf } from './search.ts';
import styles from './staff.module.css';
import { periodOf, scoreWords } from './staff-words.ts';
import { StaffTabs } from './tabs.tsx';

const route = getRouteApi('/inside/staff/assessments');

/** What is owed and what was given, of everybody in reach; and what a year’s assessments came to. */
export function Assessments() {
  const { state } = route.useSearch();
  const results = state === 'submitted';
  return (
    <Page title={t('staff.title')} shape="fill" actions={<StaffTabs tab="assessments" />}>
      {results ? (
        <div className={styles['read']}>
          <Filters />
          <Results />
        </div>
      ) : (
        <Owed />
      )}
    </Page>
  );
}

function Owed() {
  const navigate = useNavigate();
  const { state, period } = route.useSearch();
  const pages = usePages<AssessmentLine>('staff/assessments', {
    about: ['staff_assessment', 'notification', 'clock'],
    query: { state, ...daysOf(period) },
  });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  return (
    <List
      name="staff-assessments"
      label={t('staff.tab_assessments')}
      rows={rows}
      rowId={(row) => row.id}
      columns={shown}
      phoneRow={PhoneRow}
      open={(row) => void navigate({ to: `/staff/assessments/${row.id}` })}
      filters={<Filters />}
      state={pagesState(pages)}
      empty={<EmptyState title={t('staff.no_assessments')}>{t('staff.no_assessments_why')}</EmptyState>}
    />
  );
}

const standingOf = ({ score, regularity }: AssessmentLine): string =>
  score === null ? t(`staff.is_${regularity}`) : `${scoreWords(score)} · ${t(`staff.is_${regularity}`)}`;

const columns = (): Column<AssessmentLine>[] => [
  { key: 'person', label: t('staff.member'), width: 'minmax(7rem, 1fr)', always: true, cell: (row) => row.person.name },
  { key: 'post', label: t('staff.post'), width: 'minmax(8rem, 1.2fr)', cell: (row) => said(row.post.name) },
  { key: 'period', label: t('staff.period'), width: 'minmax(8rem, 1fr)', cell: periodOf },
  {
    key: 'assessor',
    label: t('staff.assessor'),
    width: 'minmax(9rem, 1.2fr)',
    cell: (row) => row.submittedBy?.name ?? said(row.assessor.name),
  },
  { key: 'due', label: t('staff.due'), width: 'minmax(7rem, 0.8fr)', cell: (row) => <When at={row.dueAt} /> },
  { key: 'standing', label: t('staff.score'), width: 'minmax(9rem, 1fr)', cell: standingOf },
];

function PhoneRow(row: AssessmentLine) {
  return (
    <TwoLines
      subject={row.person.name}
      beside={<When at={row.dueAt} className="dim" />}
      facts={[periodOf(row), said(row.post.name), standingOf(row)]}
    />
  );
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  const stretch = filter('period', t('period.filter'), periodOptions());
  const often = filter('of', t('staff.often'), [{ value: 'quarter', label: t('staff.quarterly') }]);
  const states = (['due', 'submitted'] as const).map((value) => ({ value, label: t(`staff.only_${value}`) }));
  return (
    <FilterSentence
      subject={t('staff.tab_assessments')}
      filters={[filter('state', t('staff.state'), states), search.state === 'submitted' ? often : stretch]}
    />
  );
}
