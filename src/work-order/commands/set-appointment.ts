import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { Invalid, Refused } from '../../kernel/refusal.ts';
import { DAY, plus } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { lockForStep } from '../facts.ts';
import type { setAppointmentInput } from '../inputs.ts';
import type { WorkOrder } from '../work-order.ts';

type Window = { id?: Id<'appointment'> | undefined; fromAt: Instant; untilAt: Instant; note: string };

const FURTHEST = 180 * DAY;

/** Books when somebody comes (WORK-06), or moves it: the former window is kept as moved, and nobody is booked twice at once. */
export async function setAppointment(
  context: Context,
  id: string,
  input: z.output<typeof setAppointmentInput>,
): Promise<void> {
  const { order, ticket } = await lockForStep(context, id, 'appoint');
  await appoint(context, order, ticket, input);
}

export async function appoint(context: Context, order: WorkOrder, ticket: Ticket, window: Window): Promise<void> {
  if (window.untilAt <= window.fromAt) throw new Invalid('appointment.ends_before_it_begins', { path: 'untilAt' });
  if (window.untilAt <= context.now) throw new Invalid('appointment.in_past', { path: 'fromAt' });
  if (window.fromAt > plus(context.now, FURTHEST)) throw new Invalid('appointment.too_far', { path: 'fromAt' });
  if (window.id && (await isSet(context, order, window.id))) return;
  await context.tx
    .updateTable('appointment')
    .set({ state: 'moved' })
    .where('work_order_id', '=', order.id)
    .where('state', '=', 'set')
    .execute();
  await refuseClash(context, order.person_id, window);
  const appointmentId = window.id ?? newId<'appointment'>(context.now);
  await context.tx
    .insertInto('appointment')
    .values({
      id: appointmentId,
      work_order_id: order.id,
      person_id: order.person_id,
      from_at: window.fromAt,
      until_at: window.untilAt,
      state: 'set',
      set_by_id: actingPerson(context),
      note: window.note,
    })
    .execute();
  await record(context, {
    subject: { type: 'work_order', id: order.id },
    ticketId: ticket.id,
    type: 'work_order.appointed',
    data: { appointment: appointmentId, from: window.fromAt, until: window.untilAt },
  });
}

/** The same window sent again; an id that stands for another order's is refused as it is inserted. */
async function isSet(context: Context, order: WorkOrder, id: Id<'appointment'>): Promise<boolean> {
  const found = await context.tx
    .selectFrom('appointment')
    .select('id')
    .where('id', '=', id)
    .where('work_order_id', '=', order.id)
    .executeTakeFirst();
  return found !== undefined;
}

/** A clash is named before the constraint would refuse it, for the constraint cannot say with what. */
export async function refuseClash(
  context: Context,
  personId: WorkOrder['person_id'],
  window: { fromAt: Instant; untilAt: Instant },
): Promise<void> {
  if (personId === null) return;
  const clash = await context.tx
    .selectFrom('appointment')
    .innerJoin('work_order', 'work_order.id', 'appointment.work_order_id')
    .innerJoin('ticket', 'ticket.id', 'work_order.ticket_id')
    .select(['ticket.number', 'appointment.from_at', 'appointment.until_at'])
    .where('appointment.person_id', '=', personId)
    .where('appointment.state', '=', 'set')
    .where('appointment.from_at', '<', window.untilAt)
    .where('appointment.until_at', '>', window.fromAt)
    .executeTakeFirst();
  if (clash)
    throw new Refused('appointment.clash', { number: clash.number, from: clash.from_at, until: clash.until_at });
}
