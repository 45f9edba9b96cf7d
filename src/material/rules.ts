import { z } from 'zod';
import { powerless } from '../budget/rules.ts';
import { limitShape } from '../commitment/rule.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { whyNotLimit } from '../pack/check-ladder.ts';
import { whyNotAgainst } from '../pack/check-names.ts';
import { key } from '../pack/shapes.ts';

/** How the house plans and hands out material (ASST-06). */
export const materialRulesShape = z
  .strictObject({
    approvesBeyond: key.describe(
      'Key of the post that alone approves what goes beyond plan or budget, and what the head of a department asks for himself',
    ),
    approve: limitShape.describe('How long whoever approves has, for a plan or for a request'),
  })
  .meta({ id: 'MaterialRules', description: 'How departments plan material and have it approved' });
export type MaterialRules = z.infer<typeof materialRulesShape>;

/** Everything wrong with the rules of material of a house that has these posts; paths are within the settings. */
export function whyNotMaterialRules(
  materials: MaterialRules | undefined,
  posts: ReadonlyMap<string, { approves: boolean }>,
): Refusal[] {
  if (!materials) return [];
  const path = 'materials.approvesBeyond';
  return [
    ...whyNotAgainst(posts, materials.approvesBeyond, path),
    ...powerless(posts.get(materials.approvesBeyond)?.approves, path, materials.approvesBeyond),
    ...whyNotLimit(materials.approve, 'materials.approve'),
  ];
}
