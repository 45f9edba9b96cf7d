import { getRouteApi } from '@tanstack/react-router';
import { periods, periodWords } from '../../matter/periods.ts';
import { usePages } from '../../server/queries.ts';
import { Go } from '../../ui/go.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { Pages } from '../../ui/list/pages.tsx';
import { moneyWords } from '../../ui/money.ts';
import { EmptyState } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import type { BudgetLine } from './budget-data.ts';
import { departmentOptions, lineOptions, useBudget } from './budget-data.ts';
import { monthWords } from './budget-words.ts';
import { UsedBar } from './month-lines.tsx';
import { linesQueryOf } from './search.ts';

const route = getRouteApi('/inside/budget');

/** Planned and spent across months, departments and lines: one line over time is its trend. */
export function Compare() {
  const query = linesQueryOf(route.useSearch());
  const pages = usePages<BudgetLine>('budget-lines', { about: ['budget', 'expense'], query });
  return (
    <>
      <FiltersAndTakeOut list="budget-lines" name={t('budget.view_compare')} query={query}>
        <Filters />
      </FiltersAndTakeOut>
      <Pages read={pages} none={<EmptyState title={t('budget.no_lines')}>{t('budget.no_lines_why')}</EmptyState>}>
        {(rows) => <Lines rows={rows} />}
      </Pages>
    </>
  );
}

function Lines({ rows }: { rows: readonly BudgetLine[] }) {
  return (
    <Table
      label={t('budget.view_compare')}
      rows={rows}
      rowId={(row) => `${row.budgetId} ${row.key}`}
      columns={[
        {
          key: 'month',
          label: t('budget.month'),
          cell: (row) => (
            <Go to="/budget" search={{ department: row.department.id, month: row.month }}>
              {monthWords(row.month)}
            </Go>
          ),
        },
        { key: 'department', label: t('budget.department'), cell: (row) => said(row.department.name) },
        { key: 'line', label: t('budget.line'), cell: (row) => said(row.name) },
        {
          key: 'planned',
          label: t('budget.planned'),
          number: true,
          cell: (row) => moneyWords(row.planned, row.currency),
        },
        { key: 'spent', label: t('budget.spent'), number: true, cell: (row) => moneyWords(row.spent, row.currency) },
        {
          key: 'committed',
          label: t('budget.committed'),
          number: true,
          cell: (row) => moneyWords(row.committed, row.currency),
        },
        { key: 'left', label: t('budget.left'), number: true, cell: (row) => moneyWords(row.left, row.currency) },
        { key: 'used', label: t('budget.used'), cell: (row) => <UsedBar used={row} /> },
      ]}
    />
  );
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useBudget({ department: search.department });
  const filter = filtersOf(search, (to) => void navigate({ search: (before) => ({ ...before, ...to }) }));
  return (
    <FilterSentence
      subject={t('budget.view_compare')}
      filters={[
        filter(
          'period',
          t('period.filter'),
          periods
            .filter((value) => value !== 'today' && value !== 'week')
            .map((value) => ({ value, label: periodWords(value) })),
        ),
        filter('department', t('budget.department'), departmentOptions(data)),
        filter('line', t('budget.line'), lineOptions(data)),
        filter('over', t('budget.overspent'), [{ value: 'true', label: t('budget.overspent') }]),
      ]}
    />
  );
}
