import { recordExpense } from '../../budget/commands/record-expense.ts';
import type { Id } from '../../kernel/id.ts';
import { Refused } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import type { Spend } from '../inputs.ts';
import { costedThing } from '../subjects.ts';

/** What was spent on an item of the work plan or a training session, recorded as any expense of its line and held to the budget (REPT-17). */
export async function spendOn(context: Context, input: Spend): Promise<Id<'expense'>> {
  const { tx } = context;
  const { subjectType, subjectId, ...expense } = input;
  const { departmentId } = await costedThing(context, subjectType, subjectId);
  const planned = await tx
    .selectFrom('planned_cost')
    .select('line')
    .where('subject_type', '=', subjectType)
    .where('subject_id', '=', subjectId)
    .orderBy('no', 'desc')
    .executeTakeFirst();
  if (!planned) throw new Refused('plan_cost.none');
  const id = await recordExpense(context, { ...expense, departmentId, line: planned.line });
  await tx
    .insertInto('planned_expense')
    .values({ expense_id: id, subject_type: subjectType, subject_id: subjectId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return id;
}
