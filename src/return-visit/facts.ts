import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { isVip } from '../customer/facts.ts';
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

/** What rules of visits look at, of the customer and the place of these ids or columns: whether he is a VIP, and whether safety hangs on it. */
export function visitFacts(customerId: RawBuilder<unknown>, placeId: RawBuilder<unknown>): RawBuilder<VisitFacts> {
  return sql`${isVip(customerId)} as vip, exists (select from place p where p.id = ${placeId} and p.safety) as "safetyPlace"`;
}

/** The same of a ticket. */
export async function factsOf(tx: Tx, ticket: Pick<Ticket, 'customer_id' | 'place_id'>): Promise<VisitFacts> {
  const { rows } = await sql<VisitFacts>`
    select ${visitFacts(sql`${ticket.customer_id}::uuid`, sql`${ticket.place_id}::uuid`)}`.execute(tx);
  return rows[0]!;
}
