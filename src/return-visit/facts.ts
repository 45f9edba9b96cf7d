import { sql } from 'kysely';
import { NotFound } from '../kernel/refusal.ts';
import type { Thing } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import { lockTicket } from '../ticket/facts.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Visit, VisitFacts } from './return-visit.ts';

export type LockedVisit = { visit: Visit; ticket: Ticket };

/** A visit and its ticket, both locked, the ticket first: every command takes them in this order. */
export async function lockVisit(context: Context, id: string): Promise<LockedVisit> {
  const found = await context.tx
    .selectFrom('return_visit')
    .select('ticket_id')
    .where('id', '=', id as Visit['id'])
    .executeTakeFirst();
  if (!found) throw new NotFound('return_visit.unknown');
  const ticket = await lockTicket(context, found.ticket_id);
  const visit = await context.tx
    .selectFrom('return_visit')
    .selectAll()
    .where('id', '=', id as Visit['id'])
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  return { visit, ticket };
}

/** Whom a visit concerns: whoever is accountable for the ticket, and the departments that did the work and were found at fault. */
export function thingOfVisit(
  visit: Pick<Visit, 'department_id' | 'fault_department_id'>,
  ticket: Pick<Ticket, 'owner_id' | 'centre_id'>,
): Required<Thing> {
  return {
    people: [ticket.owner_id],
    departments: [visit.department_id, visit.fault_department_id],
    centreId: ticket.centre_id,
  };
}

/** Whether the customer, or a household or firm he belongs to, is a VIP; and whether safety hangs on the place. */
export async function factsOf(tx: Tx, ticket: Pick<Ticket, 'customer_id' | 'place_id'>): Promise<VisitFacts> {
  const { rows } = await sql<VisitFacts>`
    select exists (select from customer c
        where c.vip and (c.id = ${ticket.customer_id}
          or c.id in (select m.group_id from customer_member m where m.member_id = ${ticket.customer_id}))) as vip,
      exists (select from place p where p.id = ${ticket.place_id} and p.safety) as "safetyPlace"`.execute(tx);
  return rows[0]!;
}
