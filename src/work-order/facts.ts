import { can, orForbid } from '../organisation/can.ts';
import type { Thing } from '../organisation/can.ts';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { Invalid, NotFound, orRefuse } from '../kernel/refusal.ts';
import type { Context } from '../platform/context.ts';
import { lockTicket, thingOf } from '../ticket/facts.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Step, WorkOrder } from './work-order.ts';
import { SHARED_STEPS, WORKER_STEPS, whyNotStep } from './work-order.ts';

/** A work order and its ticket, both locked, the ticket first: every command takes them in this order. */
export async function lockWorkOrder(context: Context, id: string): Promise<{ order: WorkOrder; ticket: Ticket }> {
  const found = await context.tx
    .selectFrom('work_order')
    .select('ticket_id')
    .where('id', '=', id as WorkOrder['id'])
    .executeTakeFirst();
  if (!found) throw new NotFound('work_order.unknown');
  const ticket = await lockTicket(context, found.ticket_id);
  const order = await context.tx
    .selectFrom('work_order')
    .selectAll()
    .where('id', '=', id as WorkOrder['id'])
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  return { order, ticket };
}

/** Whom an order concerns: the person sent, and the people of its department. */
export function thingOfOrder(order: WorkOrder, ticket: Pick<Ticket, 'centre_id'>): Thing {
  return { people: [order.person_id], departments: [order.department_id], centreId: ticket.centre_id };
}

/** Locks for a step and asks both questions: may this person, and does the order stand so that it can be taken. */
export async function lockForStep(
  context: Context,
  id: string,
  step: Step,
): Promise<{ order: WorkOrder; ticket: Ticket }> {
  const locked = await lockWorkOrder(context, id);
  const { order, ticket } = locked;
  orForbid(await whyNotMine(context, order, ticket, step));
  orRefuse(whyNotStep(order, step));
  return locked;
}

async function whyNotMine(context: Context, order: WorkOrder, ticket: Ticket, step: Step): Promise<Refusal | null> {
  const work = () => can(context.actor, 'work_order.do', thingOfOrder(order, ticket));
  if (WORKER_STEPS.has(step) && !SHARED_STEPS.has(step)) return work();
  const issue = can(context.actor, 'work_order.issue', await thingOf(context.tx, ticket));
  return SHARED_STEPS.has(step) && issue !== null ? work() : issue;
}

/** The person sent must be here, and of the department (an outside firm sends whom it likes). */
export async function requireMember(
  context: Context,
  personId: Id<'person'>,
  departmentId: Id<'department'>,
): Promise<void> {
  const member = await context.tx
    .selectFrom('person_post')
    .innerJoin('post', 'post.id', 'person_post.post_id')
    .innerJoin('person', 'person.id', 'person_post.person_id')
    .select('person.id')
    .where('person.id', '=', personId)
    .where('person.left_at', 'is', null)
    .where('post.department_id', '=', departmentId)
    .executeTakeFirst();
  if (!member) throw new Invalid('work_order.person_not_of_department', { path: 'personId' });
}
