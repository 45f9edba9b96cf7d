import { lockMonth } from '../../budget/commands/lock-budget.ts';
import { budgetRulesOf, openDepartment } from '../../budget/facts.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import { periodOf } from '../../kernel/working-time/period.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { centres } from '../../organisation/house.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { plansOf } from '../costs.ts';
import { plannedUnder, whyNotCost } from '../department-plan.ts';
import type { PlanCost } from '../inputs.ts';
import { costedThing } from '../subjects.ts';

/**
 * What carrying out an item of the work plan or a training session is to cost, under the lock of its month's budget: together the plans of
 * a month never cost more under a line than the budget in force gives it (REPT-17). Changed, it says why; the former amount stays.
 */
export async function planCost(context: Context, input: PlanCost): Promise<void> {
  const { tx, now } = context;
  const { subjectType, subjectId, line, amount, why } = input;
  const { costKinds } = await budgetRulesOf(context);
  const thing = await costedThing(context, subjectType, subjectId);
  const { departmentId, centreId } = thing;
  orForbid(can(context.actor, 'budget.edit', { departments: [departmentId], centreId }));
  if (!costKinds.some(({ key }) => key === line)) throw new Invalid('budget.line_unknown', { path: 'line', line });
  const { zone } = (await centres(context)).get(centreId)!;
  const month = periodOf('month', zone, thing.at).begins.slice(0, 7);
  await lockMonth(context, await openDepartment(context, departmentId), month);
  const { work, training, costs } = await plansOf(context, { departmentId, centreId, month });
  const own = [...work, ...training].find((one) => (one.id as string) === subjectId);
  const before = own?.changes.length ?? 0;
  if (before > 0 && why === '') throw new Invalid('plan_cost.why_needed', { path: 'why' });
  const under = costs.find((one) => one.line === line);
  const mine = own?.cost?.line === line ? own.cost.amount : 0;
  orRefuse(whyNotCost(line, (under ? plannedUnder(under) : 0) - mine, amount, under?.used.planned ?? 0));
  const who = { by_id: actingPerson(context), at: now };
  await tx
    .insertInto('planned_cost')
    .values({ subject_type: subjectType, subject_id: subjectId, no: before + 1, line, amount, why, ...who })
    .execute();
  const data = { line, amount, departmentId };
  await record(context, { subject: { type: subjectType, id: subjectId }, type: 'plan_cost.planned', data });
}
