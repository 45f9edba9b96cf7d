import { z } from 'zod';
import { limitShape } from '../commitment/rule.ts';
import { powerless } from '../budget/rules.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { whyNotLimit } from '../pack/check-ladder.ts';
import { whyNotAgainst } from '../pack/check-names.ts';
import { key } from '../pack/shapes.ts';

/** Of what stretch of the calendar income and expenditure are published. */
export const ACCOUNT_PERIODS = ['month', 'quarter', 'year'] as const;
export type AccountPeriod = (typeof ACCOUNT_PERIODS)[number];

/** Who supplies what owners are told of income and expenditure, how often, and who approves it (FEE-04, REPT-23). */
export const accountsRulesShape = z
  .strictObject({
    owes: key.describe('Key of the post that supplies the data'),
    approves: key.describe('Key of the post that approves them, by which they are published'),
    period: z.enum(ACCOUNT_PERIODS).describe('How often they are owed, and what they are about'),
    limit: limitShape.describe('To supply them, from the end of the period on'),
    approve: limitShape.describe('To approve what was supplied'),
  })
  .meta({ id: 'AccountsRules', description: 'Who supplies and approves the income and expenditure told to owners' });
export type AccountsRules = z.infer<typeof accountsRulesShape>;

/** Everything wrong with them in a house that has these posts; paths are within the settings. */
export function whyNotAccountsRules(
  rules: AccountsRules | undefined,
  posts: ReadonlyMap<string, { approves: boolean; supplies: boolean }>,
): Refusal[] {
  if (!rules) return [];
  return [
    ...whyNotAgainst(posts, rules.owes, 'accounts.owes'),
    ...whyNotAgainst(posts, rules.approves, 'accounts.approves'),
    ...powerless(posts.get(rules.owes)?.supplies, 'accounts.owes', rules.owes),
    ...powerless(posts.get(rules.approves)?.approves, 'accounts.approves', rules.approves),
    ...whyNotLimit(rules.limit, 'accounts.limit'),
    ...whyNotLimit(rules.approve, 'accounts.approve'),
  ];
}
