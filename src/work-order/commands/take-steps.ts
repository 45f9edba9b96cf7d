import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { cancelWorkClocks, keepWorkClocks } from '../clocks.ts';
import { lockForStep, requireMember } from '../facts.ts';
import type { acceptInput, cancelWorkOrderInput, noAccessInput, refuseInput, reportInput } from '../inputs.ts';
import type { WorkOrder } from '../work-order.ts';
import { NOT_GONE } from '../work-order.ts';
import { appoint } from './set-appointment.ts';
import { sendPerson } from './assign-person.ts';

/** The stage and its moments, written together with the event that says so. */
export async function moveOrder(
  context: Context,
  order: WorkOrder,
  ticket: Ticket,
  change: Partial<WorkOrder> & { stage: WorkOrder['stage'] },
  event: { type: string; happenedAt: WorkOrder['issued_at']; data?: Record<string, unknown> },
): Promise<void> {
  await context.tx.updateTable('work_order').set(change).where('id', '=', order.id).execute();
  await record(context, { subject: { type: 'work_order', id: order.id }, ticketId: ticket.id, ...event });
}

/** Takes the work on: whoever accepts goes, unless a dispatcher names who does. */
export async function acceptWorkOrder(
  context: Context,
  id: string,
  input: z.output<typeof acceptInput>,
): Promise<void> {
  const { order, ticket } = await lockForStep(context, id, 'accept');
  const at = happened(context, input.happenedAt, order.issued_at);
  const personId = await whoGoes(context, order, input.personId);
  await keepWorkClocks(context, order, ['work_accept'], at);
  if (personId !== null && personId !== order.person_id) await sendPerson(context, order, personId);
  await moveOrder(
    context,
    order,
    ticket,
    { stage: 'accepted', person_id: personId, accepted_at: at },
    {
      type: 'work_order.accepted',
      happenedAt: at,
      data: { person: personId },
    },
  );
}

/** An outside firm sends whom it likes, and one of ours enters what it reports; of a department somebody goes. */
async function whoGoes(
  context: Context,
  order: WorkOrder,
  named: WorkOrder['person_id'] | undefined,
): Promise<WorkOrder['person_id']> {
  const department = await context.tx
    .selectFrom('department')
    .select('outside_firm')
    .where('id', '=', order.department_id)
    .executeTakeFirstOrThrow();
  const personId = named ?? order.person_id ?? (department.outside_firm ? null : actingPerson(context));
  if (personId !== null) await requireMember(context, personId, order.department_id);
  return personId;
}

/** Refuses with a reason: the order ends, and whoever is accountable for the ticket must send somebody else. */
export async function refuseWorkOrder(
  context: Context,
  id: string,
  input: z.output<typeof refuseInput>,
): Promise<void> {
  const { order, ticket } = await lockForStep(context, id, 'refuse');
  const at = happened(context, input.happenedAt, order.issued_at);
  await cancelAppointments(context, order);
  await cancelWorkClocks(context, order, 'refused');
  await moveOrder(
    context,
    order,
    ticket,
    { stage: 'refused', ended_reason: input.reason, done_at: at },
    {
      type: 'work_order.refused',
      happenedAt: at,
      data: { owner: ticket.owner_id },
    },
  );
}

/** Where nobody opened somebody goes again, by times of his own; those of the way before stand in its events. */
const againOf = (order: WorkOrder): Partial<typeof NOT_GONE> => (order.stage === 'no_access' ? NOT_GONE : {});

export async function setOut(context: Context, id: string, input: z.output<typeof reportInput>): Promise<void> {
  const { order, ticket } = await lockForStep(context, id, 'set_out');
  const at = happened(context, input.happenedAt, order.accepted_at ?? order.issued_at);
  await moveOrder(
    context,
    order,
    ticket,
    { stage: 'on_the_way', ...NOT_GONE, set_out_at: at },
    { type: 'work_order.set_out', happenedAt: at },
  );
}

export async function arrive(context: Context, id: string, input: z.output<typeof reportInput>): Promise<void> {
  const { order, ticket } = await lockForStep(context, id, 'arrive');
  const at = happened(context, input.happenedAt, order.accepted_at ?? order.issued_at);
  await keepWorkClocks(context, order, ['work_arrive'], at);
  const appointment = await settleAppointment(context, order, 'kept');
  const onTime = appointment ? at <= appointment.until_at : null;
  await moveOrder(
    context,
    order,
    ticket,
    { stage: 'arrived', ...againOf(order), arrived_at: at, attended_on_time: onTime },
    {
      type: 'work_order.arrived',
      happenedAt: at,
      data: onTime === null ? {} : { onTime },
    },
  );
}

/** Nobody opened: the arrival clock is kept, for we were there; a second appointment is made at once or later. */
export async function noAccess(context: Context, id: string, input: z.output<typeof noAccessInput>): Promise<void> {
  const { order, ticket } = await lockForStep(context, id, 'no_access');
  const at = happened(context, input.happenedAt, order.accepted_at ?? order.issued_at);
  if (order.arrived_at === null) await keepWorkClocks(context, order, ['work_arrive'], at);
  await settleAppointment(context, order, 'no_access');
  await moveOrder(
    context,
    order,
    ticket,
    { stage: 'no_access', arrived_at: order.arrived_at ?? at },
    {
      type: 'work_order.no_access',
      happenedAt: at,
      data: { second: input.next !== undefined },
    },
  );
  if (input.next) await appoint(context, order, ticket, { ...input.next, note: input.note });
}

/** Takes an order back: it is not needed any more, or was sent to the wrong hands. */
export async function cancelWorkOrder(
  context: Context,
  id: string,
  input: z.output<typeof cancelWorkOrderInput>,
): Promise<void> {
  const { order, ticket } = await lockForStep(context, id, 'cancel');
  await cancelAppointments(context, order);
  await cancelWorkClocks(context, order, 'cancelled');
  await moveOrder(
    context,
    order,
    ticket,
    { stage: 'cancelled', ended_reason: input.reason, done_at: context.now },
    {
      type: 'work_order.cancelled',
      happenedAt: context.now,
      data: { person: order.person_id },
    },
  );
}

async function cancelAppointments(context: Context, order: WorkOrder): Promise<void> {
  await context.tx
    .updateTable('appointment')
    .set({ state: 'cancelled' })
    .where('work_order_id', '=', order.id)
    .where('state', '=', 'set')
    .execute();
}

export async function settleAppointment(context: Context, order: WorkOrder, state: 'kept' | 'no_access') {
  return context.tx
    .updateTable('appointment')
    .set({ state })
    .where('work_order_id', '=', order.id)
    .where('state', '=', 'set')
    .returning(['id', 'from_at', 'until_at'])
    .executeTakeFirst();
}
