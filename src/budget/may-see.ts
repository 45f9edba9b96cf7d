import type { Id } from '../kernel/id.ts';
import type { Actor } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';
import type { Tx } from '../platform/tx.ts';

/** A receipt is read by whoever sees the budget that it was paid from, and by whoever recorded it. */
export async function maySeeExpense(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const expense = await tx
    .selectFrom('expense')
    .innerJoin('budget', 'budget.id', 'expense.budget_id')
    .select(['by_id', 'department_id', 'centre_id'])
    .where('expense.id', '=', id as Id<'expense'>)
    .executeTakeFirst();
  if (!expense) return false;
  const { by_id, department_id, centre_id } = expense;
  return (
    by_id === actor.personId || can(actor, 'budget.see', { departments: [department_id], centreId: centre_id }) === null
  );
}
