import { monthAt } from '../../budget/commands/lock-budget.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/refusal.ts';
import type { Department } from '../../organisation/house.ts';
import type { Context } from '../../platform/context.ts';
import type { MaterialPlan } from '../facts.ts';

/** The plan of a department's month, made where nobody has touched it yet, and locked. */
export async function lockMonth(context: Context, department: Department, month: string): Promise<MaterialPlan> {
  const { tx, now } = context;
  const { begins, until } = await monthAt(context, department.centre_id, month);
  const of = { centre_id: department.centre_id, department_id: department.id, month: begins, until_at: until };
  await tx
    .insertInto('material_plan')
    .values({ id: newId<'material_plan'>(now), ...of })
    .onConflict((conflict) => conflict.columns(['department_id', 'month']).doNothing())
    .execute();
  return tx
    .selectFrom('material_plan')
    .selectAll()
    .where('department_id', '=', department.id)
    .where('month', '=', begins)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function lockPlan({ tx }: Context, id: Id<'material_plan'>): Promise<MaterialPlan> {
  const plan = await tx.selectFrom('material_plan').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!plan) throw new NotFound('material_plan.unknown');
  return plan;
}
