import { openDepartment } from '../../budget/facts.ts';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Forbidden, Invalid, orRefuse, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { todayIn } from '../../organisation/today.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lockMaterial, lockRequest, materialRulesOf } from '../facts.ts';
import type { RequestMaterial } from '../inputs.ts';
import { beyondOf, OWED_AS, whyNotDecide } from '../material.ts';
import { roomFor } from '../room.ts';
import { oweDecision } from './owe-approval.ts';

/** Somebody of a department asks for material; it waits for approval (ASST-06). The same id again asks for nothing twice. */
export async function requestMaterial(context: Context, input: RequestMaterial): Promise<Id<'material_request'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'material_request'>(now);
  if (await tx.selectFrom('material_request').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const rules = await materialRulesOf(context);
  const department = await openDepartment(context, input.departmentId);
  orForbid(can(context.actor, 'material.request', { departments: [department.id], centreId: department.centre_id }));
  if (input.neededBy < (await todayIn(context, department.centre_id)))
    throw new Invalid('material.day_past', { path: 'neededBy' });
  const material = await lockMaterial(tx, input.materialId);
  if (material.closed_at !== null) throw new Refused('material.closed');
  const me = actingPerson(context);
  const row = {
    id,
    centre_id: department.centre_id,
    department_id: department.id,
    material_id: material.id,
    quantity: input.quantity,
    needed_by: input.neededBy,
    what_for: input.whatFor,
    by_id: me,
    at: now,
  };
  const { beyondPlan, beyondBudget } = beyondOf(await roomFor(tx, row, material), input.quantity);
  await tx.insertInto('material_request').values(row).execute();
  const subject = { type: 'material_request' as const, id };
  const beyond = beyondPlan > 0 || beyondBudget > 0;
  await oweDecision(context, rules, { kind: OWED_AS.approveRequest, subject, of: row, askedBy: me, beyond });
  const data = { materialId: material.id, quantity: input.quantity, departmentId: department.id };
  await record(context, { subject, type: 'material_request.made', data });
  return id;
}

/** Whoever asked for it needs it no more; only while it waits. */
export async function withdrawRequest(context: Context, id: Id<'material_request'>, because: string): Promise<void> {
  const { request, facts } = await lockRequest(context.tx, id);
  if (request.by_id !== context.actor.personId) throw new Forbidden('material.not_yours');
  orRefuse(whyNotDecide(facts));
  const nothing = { quantity: 0, beyond_plan: 0, beyond_budget: 0 };
  await context.tx
    .insertInto('material_decision')
    .values({
      request_id: id,
      decision: 'withdrawn',
      ...nothing,
      because,
      by_id: actingPerson(context),
      at: context.now,
    })
    .execute();
  await cancelCommitments(context, { subjectId: id, kinds: [OWED_AS.approveRequest], reason: 'withdrawn' });
  await record(context, { subject: { type: 'material_request', id }, type: 'material_request.withdrawn' });
}
