import type { z } from 'zod';
import { dialled } from '../kernel/text/dialled.ts';
import { maskPhone } from '../kernel/text/mask.ts';
import { can } from '../organisation/can.ts';
import type { Words } from '../kernel/words.ts';
import type { Context } from '../platform/context.ts';
import { thingOf } from './facts.ts';
import type { Ticket } from './ticket.ts';
import type { ticketOut } from './view.ts';

type View = z.input<typeof ticketOut>;
type People = Pick<
  View,
  'customer' | 'caller' | 'place' | 'department' | 'owner' | 'offer' | 'givenBy' | 'openedBy' | 'inSight'
>;

/** Names by id, in one look-up. */
export async function namesOf(context: Context, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await context.tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', wanted as never[])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

export function named(names: Map<string, string>, id: string): { id: string; name: string };
export function named(names: Map<string, string>, id: string | null): { id: string; name: string } | null;
export function named(names: Map<string, string>, id: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: names.get(id) ?? '' };
}

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
async function phoneShown(context: Context, ticket: Ticket): Promise<Shown> {
  const whole = can(context.actor, 'customer.see_phone', await thingOf(context.tx, ticket)) === null;
  return (phone) => (whole ? dialled(phone) : maskPhone(dialled(phone)));
}

async function placeOf(context: Context, ticket: Ticket): Promise<View['place']> {
  if (ticket.place_id === null) return null;
  const place = context.tx.selectFrom('place').select(['id', 'code', 'name', 'kind', 'safety']);
  return place.where('id', '=', ticket.place_id).executeTakeFirstOrThrow();
}

async function departmentOf(context: Context, ticket: Ticket): Promise<View['department']> {
  if (ticket.department_id === null) return null;
  const department = context.tx.selectFrom('department').select(['id', 'name']);
  const { id, name } = await department.where('id', '=', ticket.department_id).executeTakeFirstOrThrow();
  return { id, name: name as Words };
}

/** Everybody and everywhere a ticket names. */
export async function peopleOfTicket(context: Context, ticket: Ticket): Promise<People> {
  const { tx } = context;
  const under = ticket.id;
  const shown = await phoneShown(context, ticket);
  const handover = await tx
    .selectFrom('handover')
    .selectAll()
    .where('ticket_id', '=', under)
    .where('answer', 'is', null)
    .executeTakeFirst();
  const sights = await tx
    .selectFrom('ticket_sight')
    .select(['person_id', 'why'])
    .where('ticket_id', '=', under)
    .execute();
  const { owner_id, offered_to_id, given_by_id, opened_by_id } = ticket;
  const others = [handover?.from_id ?? null, ...sights.map((sight) => sight.person_id)];
  const names = await namesOf(context, [owner_id, offered_to_id, given_by_id, opened_by_id, ...others]);
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
    inSight: sights.map((sight) => ({ ...named(names, sight.person_id), why: sight.why })),
  };
}
