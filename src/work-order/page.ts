import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import { distinctPhones } from '../kernel/text/mask.ts';
import { can, orForbid } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import { thingOf, ticketById } from '../ticket/facts.ts';
import { peopleOfTicket } from '../ticket/page-people.ts';
import { thingOfOrder } from './facts.ts';
import { orderLines, orderRow } from './list.ts';
import { workOrderViews } from './views.ts';

/** One order as the worker's phone shows it. */
export async function readWorkOrder(context: Context, id: Id<'work_order'>) {
  const order = await context.tx.selectFrom('work_order').selectAll().where('id', '=', id).executeTakeFirst();
  if (!order) throw new NotFound('work_order.unknown');
  const ticket = await ticketById(context.tx, order.ticket_id);
  orForbid(can(context.actor, 'work_order.see', thingOfOrder(order, ticket)));
  const row = await orderRow(context, id);
  const [line] = await orderLines(context, row ? [row] : []);
  const thing = await thingOf(context.tx, ticket);
  const [view] = await workOrderViews(context, [order], ticket, thing);
  const { customer, caller } = await peopleOfTicket(context, ticket, thing);
  const phones = [...(caller.phone === null ? [] : [caller.phone]), ...(customer?.phones ?? [])];
  return { ...line!, order: view!, need: ticket.need, customerPhones: distinctPhones(phones) };
}
