import type { Selectable } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Tx } from '../platform/tx.ts';
import type { WorkItemTable, WorkPlanTable } from './table.ts';

export type ItemRow = Selectable<WorkItemTable>;
export type PlanRow = Selectable<WorkPlanTable>;

export async function lockItem(tx: Tx, id: Id<'work_item'>): Promise<ItemRow> {
  const row = await tx.selectFrom('work_item').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (!row) throw new NotFound('work_item.unknown');
  return row;
}

export async function lockWorkPlan(tx: Tx, id: Id<'work_plan'>): Promise<PlanRow> {
  const row = await tx.selectFrom('work_plan').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (!row) throw new NotFound('work_plan.unknown');
  return row;
}
