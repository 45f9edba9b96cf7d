import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { whyNotAgainst } from './check-kind.ts';
import { whyNotLimit } from './check-ladder.ts';
import type { SpotCheckPlan } from './spot-check-shape.ts';

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
      .filter((key, at) => criteria.indexOf(key) !== at)
      .map((name) => refusal('pack.key_twice', { path: `criteria.${name}`, name })),
    ...whyNotLimit(plan.limit, 'limit'),
  ];
}
