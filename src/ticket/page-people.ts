import type { z } from 'zod';
import { dialled } from '../kernel/text/dialled.ts';
import { maskPhone } from '../kernel/text/mask.ts';
import type { Thing } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';
import { departments, named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import type { Ticket } from './ticket.ts';
import type { ticketOut } from './view.ts';

type View = z.input<typeof ticketOut>;
type People = Pick<
  View,
  'customer' | 'caller' | 'place' | 'department' | 'owner' | 'offer' | 'givenBy' | 'openedBy' | 'inSight'
>;

async function customerOf(context: Context, ticket: Ticket, shown: Shown): Promise<View['customer']> {
  if (ticket.customer_id === null) return null;
  const customer = await context.tx
    .selectFrom('customer')
    .select(['id', 'name', 'vip'])
    .where('id', '=', ticket.customer_id)
    .executeTakeFirstOrThrow();
  const phones = await context.tx
    .selectFrom('customer_phone')
    .select('digits')
    .where('customer_id', '=', ticket.customer_id)
    .orderBy('first', 'desc')
    .execute();
  return { ...customer, phones: phones.map((phone) => shown(phone.digits)) };
}

type Shown = (phone: string) => string;

/** Whole for whoever may see it: also for the one sent, who has to ring at the door. */
function phoneShown(context: Context, thing: Thing): Shown {
  const whole = can(context.actor, 'customer.see_phone', thing) === null;
  return (phone) => (whole ? dialled(phone) : maskPhone(dialled(phone)));
}

async function placeOf(context: Context, ticket: Ticket): Promise<View['place']> {
  if (ticket.place_id === null) return null;
  const place = context.tx.selectFrom('place').select(['id', 'code', 'name', 'kind', 'safety']);
  return place.where('id', '=', ticket.place_id).executeTakeFirstOrThrow();
}

async function departmentOf(context: Context, ticket: Ticket): Promise<View['department']> {
  if (ticket.department_id === null) return null;
  const { id, name } = (await departments(context)).get(ticket.department_id)!;
  return { id, name };
}

/** Everybody and everywhere a ticket names. */
export async function peopleOfTicket(context: Context, ticket: Ticket, thing: Thing): Promise<People> {
  const { tx } = context;
  const under = ticket.id;
  const shown = phoneShown(context, thing);
  const handover = await tx
    .selectFrom('handover')
    .selectAll()
    .where('ticket_id', '=', under)
    .where('answer', 'is', null)
    .executeTakeFirst();
  const sights = await tx
    .selectFrom('ticket_sight')
    .select(['person_id', 'why', 'told'])
    .where('ticket_id', '=', under)
    .execute();
  const { owner_id, given_by_id, opened_by_id } = ticket;
  const names = await personNames(context);
  const phone = ticket.caller_phone;
  return {
    customer: await customerOf(context, ticket, shown),
    caller: { name: ticket.caller_name, phone: phone === null ? null : shown(phone) },
    place: await placeOf(context, ticket),
    department: await departmentOf(context, ticket),
    owner: named(names, owner_id),
    offer: handover
      ? {
          to: named(names, handover.to_id),
          from: named(names, handover.from_id),
          way: handover.way,
          reason: handover.reason,
          offeredAt: handover.offered_at,
        }
      : null,
    givenBy: named(names, given_by_id),
    openedBy: named(names, opened_by_id),
    inSight: sights.map((sight) => ({ ...named(names, sight.person_id), why: sight.why, told: sight.told })),
  };
}
