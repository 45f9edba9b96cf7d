import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { instant } from '../../kernel/time.ts';
import type { Period } from '../../kernel/working-time/period.ts';
import { periodOf } from '../../kernel/working-time/period.ts';
import { NotFound } from '../../kernel/refusal.ts';
import type { Department } from '../../organisation/house.ts';
import { centres } from '../../organisation/house.ts';
import type { Context } from '../../platform/context.ts';
import type { Budget } from '../facts.ts';

/** A month of the centre's calendar, YYYY-MM. */
export async function monthAt(context: Context, centreId: Id<'centre'>, month: string): Promise<Period<'month'>> {
  // noon in the middle of the month lies in it wherever the centre stands
  return periodOf('month', (await centres(context)).get(centreId)!.zone, instant(`${month}-15T12:00:00Z`));
}

/** The month of a department, made where nobody has touched it yet; answers with its id where it is new. */
export async function makeBudget(
  { tx, now }: Context,
  { id: departmentId, centre_id }: Department,
  { begins, from, until }: Period,
): Promise<Id<'budget'> | null> {
  const id = newId<'budget'>(now);
  const made = await tx
    .insertInto('budget')
    .values({ id, centre_id, department_id: departmentId, month: begins, from_at: from, until_at: until })
    .onConflict((conflict) => conflict.columns(['department_id', 'month']).doNothing())
    .executeTakeFirst();
  return Number(made.numInsertedOrUpdatedRows) === 0 ? null : id;
}

/** The same, locked: whoever spends from it or changes it waits for the other, so that two together never slip under a limit. */
export async function lockMonth(context: Context, department: Department, month: string): Promise<Budget> {
  await makeBudget(context, department, await monthAt(context, department.centre_id, month));
  return context.tx
    .selectFrom('budget')
    .selectAll()
    .where('department_id', '=', department.id)
    .where('month', '=', `${month}-01`)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function lockBudget({ tx }: Context, id: Id<'budget'>): Promise<Budget> {
  const budget = await tx.selectFrom('budget').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!budget) throw new NotFound('budget.unknown');
  return budget;
}
