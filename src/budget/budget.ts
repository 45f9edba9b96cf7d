import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

/** What is owed: the budget of a month, the same once more where it was sent back, and somebody's approval. */
export const OWED_AS = {
  drawUp: 'draw_up_budget',
  revise: 'revise_budget',
  approve: 'approve_budget',
  approveExpense: 'approve_expense',
} as const;

export const BUDGET_DECISIONS = ['approved', 'sent_back'] as const;
export type BudgetDecision = (typeof BUDGET_DECISIONS)[number];

/** What one cost kind is given for a month, in the currency's smallest unit. */
export type PlannedLine = { key: string; amount: number };

/** Where a month's line stands. `committed` is what waits for an approval. */
export type Used = { planned: number; spent: number; committed: number };

export type Standing = Used & {
  left: number;
  /** Spent and committed of what was planned, in whole percent rounded down; null: nothing was planned. */
  share: number | null;
};

/** `part` of `whole` in whole percent, rounded down, so that 100 says that all of it is used; null where there is no whole. */
function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((part * 100) / whole);
}

export const NOTHING: Used = { planned: 0, spent: 0, committed: 0 };

export function standingOf({ planned, spent, committed }: Used): Standing {
  const used = spent + committed;
  return { planned, spent, committed, left: planned - used, share: percentOf(used, planned) };
}

export function sumOf(lines: readonly Used[]): Used {
  return lines.reduce(
    (sum, one) => ({
      planned: sum.planned + one.planned,
      spent: sum.spent + one.spent,
      committed: sum.committed + one.committed,
    }),
    NOTHING,
  );
}

/** By how much an amount is more than its line has left; 0: it is not. */
export function beyondBy(used: Used, amount: number): number {
  return Math.max(0, amount - Math.max(0, standingOf(used).left));
}

/** Which shares of a line are reached by an amount that were not before; where nothing was planned, any amount is all of it. */
export function sharesReached(before: Used, amount: number, warnAt: readonly number[]): number[] {
  const used = before.spent + before.committed;
  const reaches = (percent: number, so: number): boolean => so * 100 >= percent * before.planned && so > 0;
  return warnAt.filter((percent) => reaches(percent, used + amount) && !reaches(percent, used));
}

export const EXPENSE_STATES = ['counted', 'waiting', 'refused', 'withdrawn', 'taken_back', 'counter'] as const;
export type ExpenseState = (typeof EXPENSE_STATES)[number];

export type ExpenseFacts = {
  beyond: boolean;
  decision: 'approved' | 'refused' | 'withdrawn' | null;
  corrects_id: string | null;
  /** A counter entry takes it back. */
  corrected: boolean;
};

export function expenseStateOf({ beyond, decision, corrects_id, corrected }: ExpenseFacts): ExpenseState {
  if (corrects_id !== null) return 'counter';
  if (corrected) return 'taken_back';
  if (decision === 'refused' || decision === 'withdrawn') return decision;
  return beyond && decision === null ? 'waiting' : 'counted';
}

/** Only what waits is decided. */
export function whyNotDecideExpense(facts: ExpenseFacts): Refusal | null {
  return expenseStateOf(facts) === 'waiting' ? null : refusal('expense.decided');
}

/** What counts is taken back by a counter entry, what waits is withdrawn; nothing is taken back twice. */
export function whyNotTakeBack(facts: ExpenseFacts): Refusal | null {
  const state = expenseStateOf(facts);
  return state === 'counted' || state === 'waiting' ? null : refusal('expense.counts_not', { state });
}

type Holder = { posts: readonly { key: string }[]; personId: Id<'person'> | null };

/** An approval is only for the post that the house names for it, whatever else somebody may do. */
export function whyNotInPost({ posts, personId }: Holder, post: string): Refusal | null {
  return personId === null || posts.some(({ key }) => key === post) ? null : refusal('budget.other_post', { post });
}

/** Each line once, and only lines of the house. */
export function whyNotLines(lines: readonly PlannedLine[], kinds: { has(key: string): boolean }): Refusal | null {
  const keys = lines.map(({ key }) => key);
  const unknown = keys.findIndex((key) => !kinds.has(key));
  if (unknown >= 0) return refusal('budget.line_unknown', { path: `lines.${unknown}.key`, line: keys[unknown]! });
  const twice = keys.findIndex((key, at) => keys.indexOf(key) !== at);
  if (twice >= 0) return refusal('budget.line_twice', { path: `lines.${twice}.key`, line: keys[twice]! });
  return lines.some(({ amount }) => amount > 0) ? null : refusal('budget.empty', { path: 'lines' });
}
