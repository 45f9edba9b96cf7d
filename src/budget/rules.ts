import { z } from 'zod';
import { ladderShape, limitShape } from '../commitment/rule.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { whyNotLadder, whyNotLimit } from '../pack/check-ladder.ts';
import { whyNotAgainst } from '../pack/check-names.ts';
import { key, wordsShape } from '../pack/shapes.ts';

/** A cost kind: a line of every department's budget, and what an expense is booked under. */
export const costKindShape = z.strictObject({ key, name: wordsShape });
export type CostKind = z.infer<typeof costKindShape>;

/** More lines than anybody plans month by month. */
export const MOST_COST_KINDS = 40;

/** How the house plans and holds its spending (FINC-01, FINC-02). */
export const budgetRulesShape = z
  .strictObject({
    departments: z.array(key).max(60).describe('Keys of the departments whose heads owe a budget each month'),
    leadDays: z
      .number()
      .int()
      .min(1)
      .max(28)
      .describe('So many days before its month the budget is owed; it is due as the month begins'),
    ladder: ladderShape.describe('Who is told where it is not drawn up by then'),
    approves: key.describe('Key of the post that approves budgets, and expenses beyond them'),
    approve: limitShape.describe('How long the post has that approves, for a budget or for an expense'),
    warnAt: z
      .array(z.number().int().min(1).max(100))
      .max(4)
      .describe('Shares of a line in percent at which those above hear of it, once each'),
  })
  .meta({ id: 'BudgetRules', description: 'How departments plan their spending and are held to it' });
export type BudgetRules = z.infer<typeof budgetRulesShape>;

type Planned = { costKinds?: readonly CostKind[] | undefined; budget?: BudgetRules | undefined };

/** Everything wrong with the budget rules of a house that has these posts; paths are within the settings. */
export function whyNotBudgetRules(
  { costKinds = [], budget }: Planned,
  posts: ReadonlyMap<string, { approves: boolean }>,
): Refusal[] {
  if (!budget) return [];
  return [
    ...(costKinds.length === 0 ? [refusal('budget.no_cost_kinds', { path: 'costKinds' })] : []),
    ...whyNotAgainst(posts, budget.approves, 'budget.approves'),
    ...powerless(posts.get(budget.approves)?.approves, 'budget.approves', budget.approves),
    ...whyNotLadder(budget.ladder, 'budget.ladder'),
    ...whyNotLimit(budget.approve, 'budget.approve'),
  ];
}

/** A post that is asked for what it may not do would leave it lying for ever. */
export function powerless(may: boolean | undefined, path: string, name: string): Refusal[] {
  return may === false ? [refusal('budget.post_powerless', { path, name })] : [];
}
