import { getRouteApi } from '@tanstack/react-router';
import type { FigureLine, HoursLine } from '../../../src/training/view.ts';
import type { Period } from '../../matter/periods.ts';
import { periodOptions, spanOf } from '../../matter/periods.ts';
import { useRead } from '../../server/queries.ts';
import { Go } from '../../ui/go.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { ABOUT_NEEDS } from './needs.tsx';
import type { TrainingSearch } from './search.ts';
import styles from './training.module.css';
import { departmentOptions, hoursWords, optionsOf, personOptions, useTraining } from './training-data.ts';

const route = getRouteApi('/inside/staff/training');

/** Per department and period what was planned, held and missed, and each member's hours by form (TRNG-04, TRNG-08). */
export function Figures() {
  const search = route.useSearch();
  const { department, form, person } = search;
  const period = search.period ?? 'month';
  const span = spanOf(period);
  const of = { department, ...span };
  const mine = { ...of, form, person };
  const figures = useRead<{ items: FigureLine[] }>('training/figures', { about: ABOUT_NEEDS, query: of });
  const hours = useRead<{ items: HoursLine[] }>('training/hours', { about: ABOUT_NEEDS, query: mine });
  return (
    <div className={styles['read']}>
      <Narrow shown={{ ...search, period }} />
      {figures.error ? <ErrorState problem={figures.error} retry={() => void figures.refetch()} /> : null}
      {figures.isPending || hours.isPending ? <LoadingLines count={8} /> : null}
      {figures.data && figures.data.items.length > 0 ? (
        <Section
          title={t('training.by_department')}
          actions={
            <FiltersAndTakeOut list="training-figures" name={t('training.by_department')} query={of}>
              {null}
            </FiltersAndTakeOut>
          }
        >
          <FigureTable rows={figures.data.items} period={period} />
        </Section>
      ) : null}
      {hours.data ? (
        <Section
          title={t('training.hours')}
          actions={
            <FiltersAndTakeOut list="training-hours" name={t('training.hours')} query={mine}>
              {null}
            </FiltersAndTakeOut>
          }
        >
          {hours.data.items.length === 0 ? (
            <EmptyState title={t('training.no_hours')}>{t('training.no_hours_why')}</EmptyState>
          ) : (
            <HoursTable rows={hours.data.items} named />
          )}
        </Section>
      ) : null}
    </div>
  );
}

function Narrow({ shown }: { shown: TrainingSearch }) {
  const navigate = route.useNavigate();
  const { data } = useTraining();
  const one = filtersOf(shown, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  const filters = [
    one('period', t('period.filter'), periodOptions()),
    one('department', t('training.department'), departmentOptions(data)),
    one('form', t('training.form'), optionsOf(data?.rules?.forms)),
    one('person', t('training.person'), personOptions(data)),
  ];
  return <FilterSentence subject={t('training.view_figures')} filters={filters} />;
}

/** Each figure leads to the sessions behind it. */
function FigureTable({ rows, period }: { rows: readonly FigureLine[]; period: Period }) {
  const leading = (key: 'planned' | 'held' | 'missed' | 'cancelled', state?: 'held' | 'missed' | 'cancelled') => ({
    key,
    label: t(`training.n_${key}`),
    number: true,
    cell: (row: FigureLine) =>
      row[key] === 0 ? (
        0
      ) : (
        <Go
          to="/staff/training"
          search={{ period, department: row.department.id, ...(state ? { state } : {}) }}
          className={key === 'missed' ? styles['wrong'] : undefined}
        >
          {numberWords(row[key])}
        </Go>
      ),
  });
  const plain = (key: 'ahead' | 'moved' | 'came' | 'excused' | 'absent') => ({
    key,
    label: t(`training.n_${key}`),
    number: true,
    cell: (row: FigureLine) => numberWords(row[key]),
  });
  return (
    <Table
      label={t('training.by_department')}
      rows={rows}
      rowId={(row) => row.department.id}
      columns={[
        { key: 'department', label: t('training.department'), cell: (row) => said(row.department.name) },
        leading('planned'),
        leading('held', 'held'),
        leading('missed', 'missed'),
        leading('cancelled', 'cancelled'),
        plain('ahead'),
        plain('moved'),
        plain('came'),
        plain('excused'),
        plain('absent'),
        {
          key: 'minutes',
          label: t('training.n_minutes'),
          number: true,
          cell: (row) => hoursWords(row.minutes),
        },
        {
          key: 'lacking',
          label: t('training.n_lacking'),
          number: true,
          cell: (row) =>
            row.lacking === 0 ? (
              0
            ) : (
              <Go to="/staff/training" search={{ view: 'needs', department: row.department.id }}>
                {numberWords(row.lacking)}
              </Go>
            ),
        },
      ]}
    />
  );
}

export function HoursTable({ rows, named }: { rows: readonly HoursLine[]; named?: boolean }) {
  const person = {
    key: 'person',
    label: t('training.person'),
    cell: (row: HoursLine) => <Go to={`/staff/training/people/${row.person.id}`}>{row.person.name}</Go>,
  };
  const form = { key: 'form', label: t('training.form'), cell: (row: HoursLine) => said(row.form.name) };
  return (
    <Table
      label={t('training.hours')}
      rows={rows}
      rowId={(row) => `${row.person.id} ${row.form.key}`}
      columns={[
        ...(named ? [person, form] : [form]),
        { key: 'sessions', label: t('training.n_sessions'), number: true, cell: (row) => numberWords(row.sessions) },
        { key: 'minutes', label: t('training.n_hours'), number: true, cell: (row) => hoursWords(row.minutes) },
        { key: 'coached', label: t('training.n_coached'), number: true, cell: (row) => numberWords(row.coached) },
      ]}
    />
  );
}
