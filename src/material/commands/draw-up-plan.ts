import { openDepartment } from '../../budget/facts.ts';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid, orRefuse, refusal, Stale } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { orNotHere } from '../../organisation/here.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { MaterialPlan } from '../facts.ts';
import { materialRulesOf } from '../facts.ts';
import type { DrawUp } from '../inputs.ts';
import { OWED_AS, whyNotLines } from '../material.ts';
import { isBeyondBudget } from '../plan-cost.ts';
import { lockMonth } from './lock-plan.ts';
import { oweDecision } from './owe-approval.ts';

/**
 * What material a department requires in a month, as a new version that waits for approval; the one in force holds until then (ASST-06).
 * A version that still waits is replaced.
 */
export async function drawUpPlan(context: Context, input: DrawUp): Promise<Id<'material_plan'>> {
  const rules = await materialRulesOf(context);
  const department = await openDepartment(context, input.departmentId);
  orForbid(can(context.actor, 'material.keep', { departments: [department.id], centreId: department.centre_id }));
  await orWrong(context, input);
  const plan = await lockMonth(context, department, input.month);
  orRefuse(plan.until_at <= context.now ? refusal('material.month_over') : null);
  const newest = await newestVersion(context, plan);
  if (newest !== input.seen) throw new Stale('stale', { seen: input.seen, version: newest });
  if (newest > 0 && input.why === '') throw new Invalid('material.why_needed', { path: 'why' });
  await replaceWaiting(context, plan);
  const me = actingPerson(context);
  await context.tx
    .insertInto('material_plan_version')
    .values({
      plan_id: plan.id,
      version: newest + 1,
      lines: json(input.lines),
      why: input.why,
      drawn_by_id: me,
      drawn_at: context.now,
      decision: null,
      decided_by_id: null,
      decided_at: null,
      decided_because: '',
    })
    .execute();
  const subject = { type: 'material_plan' as const, id: plan.id };
  await keepCommitments(context, { subjectId: plan.id, kinds: [OWED_AS.revisePlan] });
  const beyond = await isBeyondBudget(context.tx, plan, input.lines);
  await oweDecision(context, rules, { kind: OWED_AS.approvePlan, subject, of: plan, askedBy: me, beyond });
  const data = { version: newest + 1, month: plan.month, departmentId: department.id };
  await record(context, { subject, type: 'material_plan.drawn_up', data });
  return plan.id;
}

async function orWrong(context: Context, { lines, month }: DrawUp): Promise<void> {
  const known = await context.tx.selectFrom('material').select('id').where('closed_at', 'is', null).execute();
  const wrong = whyNotLines(lines, month, new Set(known.map(({ id }) => id)));
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  await orNotHere(context.tx, [...new Set(lines.map(({ personId }) => personId))], 'lines');
}

async function newestVersion({ tx }: Context, { id }: MaterialPlan): Promise<number> {
  const { newest } = await tx
    .selectFrom('material_plan_version')
    .select((e) => e.fn.max('version').as('newest'))
    .where('plan_id', '=', id)
    .executeTakeFirstOrThrow();
  return newest ?? 0;
}

async function replaceWaiting(context: Context, { id }: MaterialPlan): Promise<void> {
  await context.tx
    .updateTable('material_plan_version')
    .set({ decision: 'replaced', decided_by_id: actingPerson(context), decided_at: context.now })
    .where('plan_id', '=', id)
    .where('decision', 'is', null)
    .execute();
  await cancelCommitments(context, { subjectId: id, kinds: [OWED_AS.approvePlan], reason: 'drawn_up_anew' });
}
