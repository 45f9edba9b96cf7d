import { usePages, useRead, pageItems } from '../../server/queries.ts';
import { stretchWords } from '../../matter/stretch.ts';
import { Go } from '../../ui/go.tsx';
import { moneyWords } from '../../ui/money.ts';
import { Section } from '../../ui/section.tsx';
import { EmptyState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, absoluteDay } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { AccountsLine, Expense, Waiting } from './budget-data.ts';
import { monthWords } from './budget-words.ts';
import { Decide } from './decide.tsx';

/** What waits for an approval: budgets, expenses beyond them, and accounts to be published. */
export function WaitingApprovals() {
  const budgets = useRead<{ items: Waiting[] }>('budgets/waiting', { about: ['budget', 'commitment'] });
  const expenses = usePages<Expense>('expenses', { about: ['expense', 'commitment'], query: { state: 'waiting' } });
  const accounts = usePages<AccountsLine>('accounts', { about: ['accounts'], query: { state: 'supplied' } });
  if (budgets.isPending || expenses.isPending || accounts.isPending) return <LoadingLines count={8} />;
  const [plans, spent, told] = [budgets.data?.items ?? [], pageItems(expenses.data), pageItems(accounts.data)];
  if (plans.length + spent.length + told.length === 0)
    return <EmptyState title={t('budget.nothing_waits')}>{t('budget.nothing_waits_why')}</EmptyState>;
  return (
    <>
      {plans.length > 0 ? <Budgets rows={plans} /> : null}
      {spent.length > 0 ? <Beyond rows={spent} /> : null}
      {told.length > 0 ? <Accounts rows={told} /> : null}
    </>
  );
}

const due = (at: string | null): string => (at ? absolute(at) : '–');

function Budgets({ rows }: { rows: readonly Waiting[] }) {
  return (
    <Section title={t('budget.budgets')}>
      <Table
        label={t('budget.budgets')}
        rows={rows}
        rowId={(row) => row.budgetId}
        columns={[
          {
            key: 'what',
            label: t('budget.month'),
            cell: (row) => (
              <Go
                to="/budget"
                search={{ id: row.budgetId }}
              >{`${said(row.department.name)} · ${monthWords(row.month)}`}</Go>
            ),
          },
          { key: 'total', label: t('budget.asked'), number: true, cell: (row) => moneyWords(row.total, row.currency) },
          {
            key: 'before',
            label: t('budget.in_force'),
            number: true,
            cell: (row) => (row.before === null ? '–' : moneyWords(row.before, row.currency)),
          },
          {
            key: 'by',
            label: t('budget.drawn'),
            cell: (row) => `${row.drawnBy?.name ?? ''} · ${absolute(row.drawnAt)}`,
          },
          { key: 'due', label: t('budget.due'), cell: (row) => due(row.dueAt) },
          {
            key: 'acts',
            label: t('budget.decision'),
            acts: true,
            cell: (row) =>
              row.can['decide'] === null ? (
                <Decide
                  path={`budgets/${row.budgetId}/decide`}
                  body={(approved) => ({ version: row.version, decision: approved ? 'approved' : 'sent_back' })}
                  no={t('budget.send_back')}
                />
              ) : null,
          },
        ]}
      />
    </Section>
  );
}

function Beyond({ rows }: { rows: readonly Expense[] }) {
  return (
    <Section title={t('budget.beyond_budget')}>
      <Table
        label={t('budget.beyond_budget')}
        rows={rows}
        rowId={(row) => row.id}
        columns={[
          { key: 'what', label: t('budget.what_for'), cell: (row) => row.whatFor },
          {
            key: 'amount',
            label: t('budget.amount'),
            number: true,
            cell: (row) => moneyWords(row.amount, row.currency),
          },
          {
            key: 'line',
            label: t('budget.line'),
            cell: (row) => (
              <Go
                to="/budget"
                search={{ id: row.budgetId }}
              >{`${said(row.department.name)} · ${said(row.line.name)}`}</Go>
            ),
          },
          { key: 'supplier', label: t('budget.supplier'), cell: (row) => row.supplier },
          { key: 'by', label: t('budget.by'), cell: (row) => `${row.by?.name ?? ''} · ${absoluteDay(row.spentOn)}` },
          { key: 'due', label: t('budget.due'), cell: (row) => due(row.dueAt) },
          {
            key: 'acts',
            label: t('budget.decision'),
            acts: true,
            cell: (row) =>
              row.can['decide'] === null ? (
                <Decide
                  path={`expenses/${row.id}/decide`}
                  body={(approved) => ({ decision: approved ? 'approved' : 'refused' })}
                  no={t('budget.refuse')}
                />
              ) : null,
          },
        ]}
      />
    </Section>
  );
}

function Accounts({ rows }: { rows: readonly AccountsLine[] }) {
  return (
    <Section title={t('budget.view_accounts')}>
      <Table
        label={t('budget.view_accounts')}
        rows={rows}
        rowId={(row) => row.id}
        columns={[
          {
            key: 'what',
            label: t('accounts.period'),
            cell: (row) => <Go to={`/budget/accounts/${row.id}`}>{stretchWords(row.period, row.begins)}</Go>,
          },
          {
            key: 'income',
            label: t('accounts.income'),
            number: true,
            cell: (row) => moneyWords(row.totals.income, row.currency),
          },
          {
            key: 'expenditure',
            label: t('accounts.expenditure'),
            number: true,
            cell: (row) => moneyWords(row.totals.expenditure, row.currency),
          },
          { key: 'by', label: t('accounts.supplied_by'), cell: (row) => row.suppliedBy?.name ?? '' },
          { key: 'due', label: t('budget.due'), cell: (row) => due(row.dueAt) },
        ]}
      />
    </Section>
  );
}
