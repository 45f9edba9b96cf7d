import { z } from 'zod';
import { limitShape } from '../commitment/rule.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { whyNotAgainst } from '../pack/check-names.ts';
import { whyNotLimit } from '../pack/check-ladder.ts';
import { key, wordsShape } from '../pack/shapes.ts';

/** What may be drawn from: the registers that the core knows. One that a pack needs is added here and in registers.ts. */
export const REGISTERS = ['return_visits', 'tickets', 'complaints', 'work_orders'] as const;
export type Register = (typeof REGISTERS)[number];

/** How often: each period owes one check. */
export const CHECK_PERIODS = ['day', 'week', 'month', 'quarter'] as const;

/** Who checks how many of what in each period, and what is looked at in each of them (ESCL-09, PRIN-13). */
export const spotCheckPlanShape = z.strictObject({
  key,
  name: wordsShape,
  draws: z
    .enum(REGISTERS)
    .describe(
      'return_visits: those made in the period; tickets: those closed in it; complaints: of those the complaints; work_orders: those done in it',
    ),
  kinds: z.array(key).optional().describe('Of tickets: only of these kinds; left out: of all'),
  size: z
    .union([
      z.strictObject({ count: z.number().int().min(1).max(500).describe('So many; all where there are fewer') }),
      z.strictObject({
        percent: z.number().int().min(1).max(100).describe('So many of a hundred, rounded up'),
        atLeast: z.number().int().min(0).max(500).describe('But no fewer than this, where there are as many'),
      }),
    ])
    .describe('How many are drawn'),
  period: z.enum(CHECK_PERIODS).describe('How often it is owed, and the time from which is drawn'),
  post: key.describe('Key of the post that checks'),
  limit: limitShape.describe('By when, from the end of the period on'),
  criteria: z
    .array(z.strictObject({ key, name: wordsShape.describe('What is looked at, as it stands on the sheet') }))
    .min(1)
    .max(30)
    .describe('The lines of the sheet: each has a result for each record drawn'),
  closed: z.boolean().describe('Given up: nothing is drawn any more, what was checked stays'),
});
export type SpotCheckPlan = z.infer<typeof spotCheckPlanShape>;
export type SampleSize = SpotCheckPlan['size'];

type Names = { has(key: string): boolean };

/** Everything wrong with a plan in an organisation that has these posts and kinds; paths are within the plan. */
export function whyNotSpotCheckPlan(plan: SpotCheckPlan, known: { posts: Names; kinds: Names }): Refusal[] {
  const criteria = plan.criteria.map((criterion) => criterion.key);
  return [
    ...whyNotAgainst(known.posts, plan.post, 'post'),
    ...(plan.kinds ?? []).flatMap((kind) => whyNotAgainst(known.kinds, kind, 'kinds')),
    ...(plan.kinds !== undefined && plan.draws !== 'tickets'
      ? [refusal('spot_check.kinds_misplaced', { path: 'kinds' })]
      : []),
    ...criteria
      .filter((name, at) => criteria.indexOf(name) !== at)
      .map((name) => refusal('pack.key_twice', { path: `criteria.${name}`, name })),
    ...whyNotLimit(plan.limit, 'limit'),
  ];
}
