import type { Tx } from '../platform/tx.ts';
import type { MaterialPlan } from './facts.ts';
import type { PlannedMaterial } from './material.ts';
import { leftOf } from './room.ts';

export type PlanCost = { line: string; cost: number; left: number };

/** What planned material costs by budget line, beside what that line has left in its month. */
export async function planCosts(
  tx: Tx,
  { department_id, month }: Pick<MaterialPlan, 'department_id' | 'month'>,
  lines: readonly PlannedMaterial[],
): Promise<PlanCost[]> {
  const ids = lines.map(({ materialId }) => materialId);
  if (ids.length === 0) return [];
  const kinds = await tx.selectFrom('material').select(['id', 'cost_kind']).where('id', 'in', ids).execute();
  const kindOf = new Map(kinds.map(({ id, cost_kind }) => [id, cost_kind]));
  const costs = new Map<string, number>();
  for (const { materialId, quantity, price } of lines) {
    const line = kindOf.get(materialId) ?? '';
    costs.set(line, (costs.get(line) ?? 0) + quantity * price);
  }
  const counted = [];
  for (const [line, cost] of costs)
    counted.push({ line, cost, left: await leftOf(tx, department_id, month.slice(0, 7), line) });
  return counted;
}

/** It plans to spend more than a line has left: only the post that the house names lets it through. */
export async function isBeyondBudget(
  tx: Tx,
  plan: Pick<MaterialPlan, 'department_id' | 'month'>,
  lines: readonly PlannedMaterial[],
): Promise<boolean> {
  return (await planCosts(tx, plan, lines)).some(({ cost, left }) => cost > left);
}
