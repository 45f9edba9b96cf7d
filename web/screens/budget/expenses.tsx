import { TextInput } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { EXPENSE_STATES } from '../../../src/budget/budget.ts';
import { periodOptions } from '../../matter/periods.ts';
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
import { moneyWords } from '../../ui/money.ts';
import { EmptyState } from '../../ui/states.tsx';
import { absoluteDay } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import type { Expense } from './budget-data.ts';
import { departmentOptions, lineOptions, useBudget } from './budget-data.ts';
import { expenseStateWords, monthWords } from './budget-words.ts';
import styles from './budget.module.css';
import { ExpenseForm } from './expense-form.tsx';
import { ExpenseSheet } from './expense.tsx';
import { expensesQueryOf } from './search.ts';

const route = getRouteApi('/inside/budget');

/** What was spent, the newest first, with its state and who recorded it. */
export function Expenses() {
  const search = route.useSearch();
  const [opened, setOpened] = useState<Expense | 'new' | null>(null);
  const query = expensesQueryOf(search);
  const pages = usePages<Expense>('expenses', { about: ['expense', 'commitment'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  const close = () => setOpened(null);
  return (
    <>
      <List
        name="expenses"
        label={t('budget.view_expenses')}
        rows={rows}
        rowId={(row) => row.id}
        columns={shown}
        phoneRow={PhoneRow}
        open={setOpened}
        filters={
          <FiltersAndTakeOut list="expenses" name={t('budget.view_expenses')} query={query}>
            <div className={styles['bar']}>
              <Filters />
              <RecordButton run={() => setOpened('new')} />
            </div>
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={
          <EmptyState title={t('budget.no_expenses')} action={<RecordButton run={() => setOpened('new')} />}>
            {t('budget.no_expenses_why')}
          </EmptyState>
        }
      />
      <Dialog
        opened={opened !== null}
        close={close}
        title={opened === 'new' || opened === null ? t('budget.record') : opened.whatFor}
      >
        {opened === 'new' ? <ExpenseForm department={search.department} done={close} /> : null}
        {opened !== null && opened !== 'new' ? <ExpenseSheet expense={opened} done={close} /> : null}
      </Dialog>
    </>
  );
}

function RecordButton({ run }: { run: () => void }) {
  if (!useRight('budget.edit')) return null;
  return <ActionButton label={t('budget.record')} icon={IconReceipt} kind="primary" hotkey="n" onRun={run} />;
}

function columns(): Column<Expense>[] {
  return [
    { key: 'day', label: t('budget.spent_on'), width: '8rem', always: true, cell: (row) => absoluteDay(row.spentOn) },
    {
      key: 'what',
      label: t('budget.what_for'),
      width: 'minmax(9rem, 2fr)',
      always: true,
      cell: (row) => <span className="subject">{row.whatFor}</span>,
    },
    { key: 'amount', label: t('budget.amount'), width: '8rem', always: true, cell: (row) => <Amount expense={row} /> },
    { key: 'state', label: t('budget.state'), width: 'minmax(6rem, 0.8fr)', cell: (row) => <State expense={row} /> },
    { key: 'line', label: t('budget.line'), width: 'minmax(7rem, 1fr)', cell: (row) => said(row.line.name) },
    { key: 'supplier', label: t('budget.supplier'), width: 'minmax(7rem, 1fr)', cell: (row) => row.supplier },
    {
      key: 'department',
      label: t('budget.department'),
      width: 'minmax(7rem, 1fr)',
      cell: (row) => said(row.department.name),
    },
    { key: 'by', label: t('budget.by'), width: 'minmax(5rem, 0.7fr)', cell: (row) => row.by?.name },
    { key: 'ticket', label: t('budget.ticket'), width: '6rem', spare: true, cell: (row) => row.ticket?.number },
  ];
}

function Amount({ expense }: { expense: Expense }) {
  return <span className={styles['amount']}>{moneyWords(expense.amount, expense.currency)}</span>;
}

function State({ expense }: { expense: Expense }) {
  return (
    <span className={styles['state']} data-state={expense.state}>
      {expenseStateWords(expense.state)}
    </span>
  );
}

function PhoneRow(row: Expense) {
  const facts = [absoluteDay(row.spentOn), said(row.line.name), expenseStateWords(row.state)];
  return <TwoLines subject={row.whatFor} beside={<Amount expense={row} />} facts={facts} />;
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useBudget({ department: search.department });
  const change = (to: Partial<typeof search>) => void navigate({ search: (before) => ({ ...before, ...to }) });
  const filter = filtersOf(search, change);
  return (
    <>
      <FilterSentence
        subject={t('budget.view_expenses')}
        filters={[
          search.month
            ? filter('month', t('budget.month'), [{ value: search.month, label: monthWords(search.month) }])
            : filter('period', t('period.filter'), periodOptions()),
          filter('department', t('budget.department'), departmentOptions(data)),
          filter('line', t('budget.line'), lineOptions(data)),
          filter(
            'state',
            t('budget.state'),
            EXPENSE_STATES.map((value) => ({ value, label: expenseStateWords(value) })),
          ),
        ]}
      />
      <TextInput
        type="search"
        size="sm"
        className={styles['find'] ?? ''}
        aria-label={t('budget.find')}
        placeholder={t('budget.find')}
        maxLength={100}
        defaultValue={search.q ?? ''}
        onChange={(event) => change({ q: event.currentTarget.value.trim() || undefined })}
      />
    </>
  );
}
