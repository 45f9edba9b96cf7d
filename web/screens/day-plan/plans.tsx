import { IconPlus } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { periods, periodWords } from '../../matter/periods.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { listWords, spoken } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { said, t } from '../../words/words.ts';
import type { PlanLine } from './day.ts';
import { aboutItems } from './day.ts';
import styles from './day-plan.module.css';
import { planSorts, planStates, queryOf } from './search.ts';
import { DayTabs } from './tabs.tsx';
import { TakeOverForm } from './take-over-form.tsx';

const route = getRouteApi('/inside/day-plan/plans');

/** Plans and orders from above and external receptions, the newest first: how far each is, and who has not read his item. */
export function WorkPlans() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const gives = useRight('ticket.assign');
  const [taking, setTaking] = useState(false);
  const pages = usePages<PlanLine>('work-plans', { about: aboutItems, query: queryOf(search) });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  return (
    <Page
      title={t('frame.day_plan')}
      shape="fill"
      actions={
        gives ? (
          <ActionButton label={t('day.take_over')} icon={IconPlus} hotkey="N" onRun={() => setTaking(true)} />
        ) : null
      }
    >
      <div className={styles['lists']}>
        <DayTabs tab="plans" />
        <List
          name="work-plans"
          label={t('day.tab_plans')}
          rows={rows}
          rowId={(row) => row.id}
          columns={shown}
          phoneRow={PhoneRow}
          open={(row) => void navigate({ to: '/day-plan/plans/$planId', params: { planId: row.id } })}
          filters={
            <FiltersAndTakeOut list="work-plans" name={t('day.tab_plans')} query={queryOf(search)}>
              <Filters />
            </FiltersAndTakeOut>
          }
          state={pagesState(pages)}
          empty={<EmptyState title={t('day.no_plans')}>{t('day.no_plans_why')}</EmptyState>}
        />
      </div>
      <Dialog opened={taking} close={() => setTaking(false)} size="lg" title={t('day.take_over')}>
        <TakeOverForm done={() => setTaking(false)} />
      </Dialog>
    </Page>
  );
}

function progressOf(row: PlanLine): string {
  return t('day.n_of', { n: row.done, of: row.items });
}

function standingOf(row: PlanLine): string {
  if (row.reportedAt) return row.overdue ? t('day.reported_late') : t('day.reported');
  return row.overdue ? t('day.overdue') : t('day.running');
}

function columns(): Column<PlanLine>[] {
  return [
    { key: 'due', label: t('day.report_by'), width: '8rem', always: true, cell: (row) => <When at={row.dueAt} /> },
    {
      key: 'title',
      label: t('day.what'),
      width: 'minmax(10rem, 2fr)',
      always: true,
      cell: (row) => <span className="subject">{row.title}</span>,
    },
    { key: 'sort', label: t('day.sort'), width: 'minmax(5rem, 0.7fr)', cell: (row) => t(`day.sort_${row.sort}`) },
    {
      key: 'giver',
      label: t('day.giver'),
      width: 'minmax(5rem, 0.8fr)',
      cell: (row) => row.giver?.name ?? row.guestBody ?? (row.department ? said(row.department.name) : null),
    },
    { key: 'progress', label: t('day.progress'), width: '6rem', cell: progressOf },
    {
      key: 'unread',
      label: t('day.unread'),
      width: 'minmax(7rem, 1.2fr)',
      cell: (row) => listWords(row.unread.map((one) => one.name)),
    },
    { key: 'state', label: t('day.state'), width: 'minmax(6rem, 1fr)', cell: standingOf },
    { key: 'by', label: t('day.taken_by'), width: 'minmax(5rem, 0.8fr)', spare: true, cell: (row) => row.takenBy.name },
  ];
}

function PhoneRow(row: PlanLine) {
  return (
    <TwoLines
      subject={row.title}
      beside={progressOf(row)}
      facts={[spoken(row.dueAt), standingOf(row), row.giver?.name]}
    />
  );
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { people } = useDesk();
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  const names = peopleOptions(people);
  const of = <Key extends string>(keys: readonly Key[], words: (key: Key) => string) =>
    keys.map((value) => ({ value, label: words(value) }));
  return (
    <FilterSentence
      subject={t('day.tab_plans')}
      filters={[
        filter('period', t('period.filter'), of(periods, periodWords)),
        filter(
          'sort',
          t('day.sort'),
          of(planSorts, (key) => t(`day.sort_${key}`)),
        ),
        filter(
          'state',
          t('day.state'),
          of(planStates, (key) => t(`day.filter_${key}`)),
        ),
        filter('person', t('day.person'), names, ({ label }) => t('day.says_person', { name: label })),
      ]}
    />
  );
}
