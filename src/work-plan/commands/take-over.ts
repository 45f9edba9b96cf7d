import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid } from '../../kernel/refusal.ts';
import { DAY, plus } from '../../kernel/time.ts';
import { orForbid } from '../../organisation/can.ts';
import { centreOf } from '../../organisation/queries.ts';
import { departmentHere, orNotHere } from '../../organisation/here.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import type { TakeOver } from '../inputs.ts';
import { OWED_AS, whyNotDistribute, whyNotPlan } from '../work-plan.ts';
import { owe, writeItems } from './give-items.ts';

const LATEST_ENTRY = 90 * DAY;

/**
 * A plan or order from above is taken over and broken into items, each with a person and a due time (ASGN-06); so is the reception of
 * guests from outside (RECP-14), and the plan a department makes for itself (REPT-02). Whoever took it over owes the report. The same id again takes nothing over twice.
 */
export async function takeOver(context: Context, input: TakeOver): Promise<Id<'work_plan'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'work_plan'>(now);
  if (await tx.selectFrom('work_plan').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const where = await whereOf(context, input);
  const centreId = where.centre_id;
  const { sort, title, text, dueAt, giverId, reception } = whole(input);
  if (dueAt <= now) throw new Invalid('promise.in_past', { path: 'dueAt' });
  await orNotHere(
    tx,
    [giverId, reception?.hostId].filter((one) => one !== undefined),
    'giverId',
  );
  const by = actingPerson(context);
  await tx
    .insertInto('work_plan')
    .values({
      id,
      ...where,
      sort,
      title,
      text,
      giver_id: giverId ?? null,
      received_at: happened(context, input.receivedAt, plus(now, -LATEST_ENTRY)),
      by_id: by,
      due_at: dueAt,
      ...receptionIn(reception),
      ...UNREPORTED,
    })
    .execute();
  await record(context, {
    subject: { type: 'work_plan', id },
    type: 'work_plan.taken_over',
    data: { sort, giver: giverId ?? null, items: input.items.length },
  });
  await owe(context, { kind: OWED_AS.plan, subject: { type: 'work_plan', id }, ownerId: by, centreId }, dueAt);
  await writeItems(context, where, id, input.items);
  return id;
}

/** A department's own plan stands in that department (REPT-02); what came from above, in the centre. */
async function whereOf(context: Context, { sort, departmentId }: TakeOver) {
  const centreId = await centreOf(context);
  if (sort !== 'department') {
    const where = { centre_id: centreId, department_id: null };
    orForbid(whyNotDistribute(context.actor, where));
    return where;
  }
  if (!departmentId) throw new Invalid('work_plan.department_missing', { path: 'departmentId' });
  const { id, centre_id } = await departmentHere(context.tx, departmentId, centreId);
  orForbid(whyNotPlan(context.actor, { centre_id, department_id: id }));
  return { centre_id, department_id: id };
}

const UNREPORTED = { report: null, reported_at: null, reported_by_id: null };

function receptionIn(reception: TakeOver['reception']) {
  return {
    guest_body: reception?.guestBody ?? null,
    held_at: reception?.heldAt ?? null,
    host_id: reception?.hostId ?? null,
    programme: reception?.programme ?? null,
  };
}

/** A plan or order names who gave it; a reception says who comes, when, and how they are received. */
function whole(input: TakeOver): TakeOver {
  if (input.sort === 'reception' && !input.reception)
    throw new Invalid('work_plan.reception_missing', { path: 'reception' });
  if (input.sort !== 'reception' && input.sort !== 'department' && !input.giverId)
    throw new Invalid('work_plan.giver_missing', { path: 'giverId' });
  return input.sort === 'reception' ? input : { ...input, reception: undefined };
}
