import { oweRevision } from '../../budget/commands/owe-approval.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, orRefuse, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { materialRulesOf } from '../facts.ts';
import type { DecidePlan } from '../inputs.ts';
import { OWED_AS, whyNotApprove } from '../material.ts';
import { isBeyondBudget } from '../plan-cost.ts';
import { lockPlan } from './lock-plan.ts';

/**
 * Whoever heads the department approves the version that waits, by which it is in force, or sends it back with its reason; one that costs
 * more than the budget has left only the post that the house names (ASST-06, PRIN-12). Nobody approves his own.
 */
export async function decidePlan(context: Context, id: Id<'material_plan'>, input: DecidePlan): Promise<void> {
  const { tx, actor, now } = context;
  const rules = await materialRulesOf(context);
  const plan = await lockPlan(context, id);
  orForbid(can(actor, 'material.approve', { centreId: plan.centre_id, departments: [plan.department_id] }));
  const { version, decision, because } = input;
  const waiting = await tx
    .selectFrom('material_plan_version')
    .select(['lines', 'drawn_by_id'])
    .where('plan_id', '=', id)
    .where('version', '=', version)
    .where('decision', 'is', null)
    .executeTakeFirst();
  if (!waiting) throw new Refused('budget.not_waiting');
  const { drawn_by_id: askedBy, lines } = waiting;
  const beyond = decision === 'approved' && (await isBeyondBudget(tx, plan, lines));
  orRefuse(whyNotApprove(actor, { askedBy, beyond, post: rules.approvesBeyond }));
  if (decision === 'sent_back' && because === '') throw new Invalid('budget.because_needed', { path: 'because' });
  await tx
    .updateTable('material_plan_version')
    .set({ decision, decided_because: because, decided_by_id: actingPerson(context), decided_at: now })
    .where('plan_id', '=', id)
    .where('version', '=', version)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS.approvePlan] });
  const subject = { type: 'material_plan' as const, id };
  if (decision === 'sent_back')
    await oweRevision(context, rules, askedBy, { kind: OWED_AS.revisePlan, subject, of: plan });
  await record(context, { subject, type: 'material_plan.decided', data: { version, decision, to: askedBy } });
}
