import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { moneyText } from '../kernel/money.ts';

/** What carrying out may be given a planned cost; goods have theirs in the plan of material. */
export const COST_SUBJECTS = ['work_item', 'training_session'] as const;
export type CostSubject = (typeof COST_SUBJECTS)[number];

/** What the three plans of a department's month are to cost under one budget line, in the currency's smallest unit. */
export type PlannedUnder = { work: number; training: number; goods: number };

export function plannedUnder({ work, training, goods }: PlannedUnder): number {
  return work + training + goods;
}

/** Together no plans cost more under a line than the budget in force gives it (REPT-17): the budget is raised first. */
export function whyNotCost(line: string, others: number, amount: number, budgeted: number): Refusal | null {
  if (others + amount <= budgeted) return null;
  return refusal('plan_cost.beyond_budget', {
    path: 'amount',
    line,
    planned: moneyText(others),
    amount: moneyText(amount),
    budget: moneyText(budgeted),
    over: moneyText(others + amount - budgeted),
  });
}
