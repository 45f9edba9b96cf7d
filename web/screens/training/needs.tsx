import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { NeedLine } from '../../../src/training/view.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Go } from '../../ui/go.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { dateOf } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { needSorts, needStates } from './search.ts';
import styles from './training.module.css';
import { departmentOptions, isLacking, personOptions, useTraining } from './training-data.ts';

const route = getRouteApi('/inside/staff/training');
export const ABOUT_NEEDS = ['training_session', 'skill_mastery', 'article', 'person', 'post', 'organisation'] as const;

/** Who lacks what his posts need, whose result has run out or will soon, and what is planned for it (TRNG-04, TRNG-07). */
export function Needs() {
  const { department, person, need, sort } = route.useSearch();
  const query = { department, person, state: need, sort };
  const read = useRead<{ items: NeedLine[] }>('training/needs', { about: ABOUT_NEEDS, query });
  return (
    <div className={styles['read']}>
      <FiltersAndTakeOut list="training-needs" name={t('training.view_needs')} query={query}>
        <NeedFilters />
      </FiltersAndTakeOut>
      {read.isPending ? <LoadingLines count={8} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.data?.items.length === 0 ? (
        <EmptyState title={t('training.no_needs')}>{t('training.no_needs_why')}</EmptyState>
      ) : null}
      {read.data && read.data.items.length > 0 ? <NeedTable rows={read.data.items} named /> : null}
    </div>
  );
}

function NeedFilters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useTraining();
  const one = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  const filters = [
    one('department', t('training.department'), departmentOptions(data)),
    one(
      'sort',
      t('training.need_sort'),
      needSorts.map((value) => ({ value, label: t(`training.sort_${value}`) })),
    ),
    one(
      'need',
      t('training.state'),
      needStates.map((value) => ({ value, label: t(`training.need_${value}`) })),
    ),
    one('person', t('training.person'), personOptions(data)),
  ];
  return <FilterSentence subject={t('training.view_needs')} filters={filters} />;
}

/** Lines of what people need; with their names where they are of several. */
export function NeedTable({ rows, named }: { rows: readonly NeedLine[]; named?: boolean }) {
  const what = {
    key: 'what',
    label: t('training.need'),
    cell: (row: NeedLine) => (
      <>
        {said(row.name)} <span className="dim">{t(`training.sort_${row.sort}`)}</span>
      </>
    ),
  };
  const person = {
    key: 'person',
    label: t('training.person'),
    cell: (row: NeedLine) => <Go to={`/staff/training/people/${row.person.id}`}>{row.person.name}</Go>,
  };
  const department = {
    key: 'department',
    label: t('training.department'),
    cell: (row: NeedLine) => (row.department ? said(row.department.name) : null),
  };
  return (
    <Table
      label={t('training.view_needs')}
      rows={rows}
      rowId={(row) => `${row.person.id} ${row.sort} ${row.key}`}
      columns={[
        ...(named ? [person, what, department] : [what]),
        {
          key: 'state',
          label: t('training.state'),
          cell: (row) => (
            <span className={isLacking(row) && row.state !== 'missing' ? styles['wrong'] : undefined}>
              {t(`training.need_${row.state}`)}
            </span>
          ),
        },
        { key: 'facts', label: t('training.need_facts'), cell: factsOf },
        { key: 'planned', label: t('training.planned_for'), cell: (row) => <Planned row={row} /> },
      ]}
    />
  );
}

/** Until when it holds, by when it is wanted, or which level of which. */
function factsOf(row: NeedLine): string | null {
  if (row.sort === 'skill')
    return row.level === null
      ? t('training.level_needed', { needed: row.needed ?? 0 })
      : t('training.level_of', { level: row.level, needed: row.needed ?? 0 });
  if (row.validUntil) return t('training.valid_until', { day: dateOf(row.validUntil) });
  if (row.lastAt) return t('training.passed_on', { day: dateOf(row.lastAt) });
  return row.dueAt ? t('training.due_on', { day: dateOf(row.dueAt) }) : null;
}

/** The session that gives it, or the way to plan one. */
function Planned({ row }: { row: NeedLine }) {
  const navigate = useNavigate();
  const { data } = useTraining();
  if (row.planned) return <Go to={`/staff/training/sessions/${row.planned.id}`}>{dateOf(row.planned.fromAt)}</Go>;
  const mayPlan = data?.departments.some(({ id, can }) => id === row.department?.id && can['plan'] === null);
  if (!mayPlan || row.state === 'valid') return null;
  const search = {
    person: row.person.id,
    department: row.department?.id,
    ...(row.course ? { course: row.course } : {}),
    ...(row.sort === 'process' ? { process: row.key } : {}),
  };
  return (
    <ActionButton
      label={t('training.plan_it')}
      kind="quiet"
      onRun={() => void navigate({ to: '/staff/training/new', search })}
    />
  );
}
