import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { MaterialRequest } from '../facts.ts';
import { lockMaterial, lockRequest, materialRulesOf } from '../facts.ts';
import type { DecideRequest } from '../inputs.ts';
import { beyondOf, OWED_AS, whyNotApprove, whyNotDecide } from '../material.ts';
import { roomFor } from '../room.ts';

/**
 * Approved, whole or in part, or refused with its reason, by whoever heads the department; what goes beyond the plan of its month or beyond
 * what the budget has left only by the post that the house names (ASST-06, PRIN-12).
 */
export async function decideRequest(context: Context, id: Id<'material_request'>, input: DecideRequest): Promise<void> {
  const { tx, actor } = context;
  const rules = await materialRulesOf(context);
  const { request, facts } = await lockRequest(tx, id);
  orForbid(can(actor, 'material.approve', { centreId: request.centre_id, departments: [request.department_id] }));
  orRefuse(whyNotDecide(facts));
  const approved = input.decision === 'approved';
  const quantity = approved ? quantityIn(input, request) : 0;
  if (input.because === '' && quantity < request.quantity)
    throw new Invalid('material.because_needed', { path: 'because' });
  const material = await lockMaterial(tx, request.material_id);
  const { beyondPlan, beyondBudget } = beyondOf(await roomFor(tx, request, material), quantity);
  const beyond = approved && (beyondPlan > 0 || beyondBudget > 0);
  orRefuse(whyNotApprove(actor, { askedBy: request.by_id, beyond, post: rules.approvesBeyond }));
  await tx
    .insertInto('material_decision')
    .values({
      request_id: id,
      decision: input.decision,
      quantity,
      beyond_plan: beyondPlan,
      beyond_budget: beyondBudget,
      because: input.because,
      by_id: actingPerson(context),
      at: context.now,
    })
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS.approveRequest] });
  const data = { decision: input.decision, to: request.by_id, quantity };
  await record(context, { subject: { type: 'material_request', id }, type: 'material_request.decided', data });
}

function quantityIn({ quantity }: DecideRequest, request: MaterialRequest): number {
  const approved = quantity ?? request.quantity;
  if (approved > request.quantity)
    throw new Invalid('material.more_than_asked', { path: 'quantity', asked: request.quantity });
  return approved;
}
