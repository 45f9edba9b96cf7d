import { ACCOUNT_STATES } from '../../../src/accounts/accounts.ts';
import { EXPENSE_STATES } from '../../../src/budget/budget.ts';
import { monthAway } from '../../matter/month.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';
import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';
import { dayOf, ms } from '../../ui/time.ts';

export const views = ['month', 'compare', 'expenses', 'waiting', 'accounts'] as const;
export type View = (typeof views)[number];

export type BudgetSearch = {
  view?: View | undefined;
  /** Of the month: this budget, or by department and month. */
  id?: string | undefined;
  department?: string | undefined;
  month?: string | undefined;
  line?: string | undefined;
  over?: 'true' | undefined;
  state?: (typeof EXPENSE_STATES)[number] | undefined;
  accountState?: (typeof ACCOUNT_STATES)[number] | undefined;
  period?: Period | undefined;
  q?: string | undefined;
};

const isMonth = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value);
const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, 100) : undefined;

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function budgetSearch(given: Record<string, unknown>): BudgetSearch {
  return {
    view: views.find((one) => one === given['view']),
    id: idIn(given['id']),
    department: idIn(given['department']),
    month: isMonth(given['month']) ? given['month'] : undefined,
    line: word(given['line']),
    over: String(given['over']) === 'true' ? 'true' : undefined,
    state: EXPENSE_STATES.find((one) => one === given['state']),
    accountState: ACCOUNT_STATES.find((one) => one === given['accountState']),
    period: periodIn(given['period']),
    q: word(given['q']),
  };
}

/** Expenses are of days: of the month that the address names, else of its period. */
export function expensesQueryOf({ department, line, state, q, month, period }: BudgetSearch): Query {
  const span = spanOf(period);
  const days = month
    ? { from: `${month}-01`, until: `${monthAway(month, 1)}-01` }
    : { from: span.from && dayOf(ms(span.from)), until: span.until && dayOf(ms(span.until)) };
  return { department, line, state, q, ...days };
}

/** Lines are of months. */
export function linesQueryOf({ department, line, over, month, period }: BudgetSearch): Query {
  if (month) return { department, line, over, from: month, until: month };
  const { from, until } = spanOf(period);
  const last = until ? dayOf(ms(until) - 1).slice(0, 7) : undefined;
  return { department, line, over, from: from && dayOf(ms(from)).slice(0, 7), until: last };
}

export const accountsQueryOf = ({ accountState, period }: BudgetSearch): Query => ({
  state: accountState,
  ...spanOf(period),
});
