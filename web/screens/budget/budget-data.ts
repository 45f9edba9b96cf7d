import type { z } from 'zod';
import type { accountsLineOut, accountsPageOut } from '../../../src/accounts/view.ts';
import type { budgetLineOut, budgetPageOut, expenseOut, waitingOut } from '../../../src/budget/view.ts';
import { useRead } from '../../server/queries.ts';
import { said } from '../../words/words.ts';

export type BudgetPage = z.output<typeof budgetPageOut>;
export type BudgetLine = z.output<typeof budgetLineOut>;
export type Expense = z.output<typeof expenseOut>;
export type Waiting = z.output<typeof waitingOut>['items'][number];
export type AccountsLine = z.output<typeof accountsLineOut>;
export type AccountsPage = z.output<typeof accountsPageOut>;

type Of = { id?: string | undefined; department?: string | undefined; month?: string | undefined };

/** A department's month, and with it what else the screens of budgets ask: departments, cost kinds, the currency. */
export function useBudget(query: Of, enabled = true) {
  return useRead<BudgetPage>('budgets/month', {
    about: ['budget', 'expense', 'commitment', 'kind'],
    query,
    keep: true,
    enabled,
  });
}

export function departmentOptions(page: Pick<BudgetPage, 'departments'> | undefined) {
  return (page?.departments ?? []).map(({ id, name }) => ({ value: id, label: said(name) }));
}

export function lineOptions(page: BudgetPage | undefined) {
  return (page?.lines ?? []).map(({ key, name }) => ({ value: key, label: said(name) }));
}
