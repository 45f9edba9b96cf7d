import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Actor, Thing } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/db.ts';
import type { Customer } from './customer.ts';

export async function customerById(tx: Tx, id: string): Promise<Customer> {
  const customer = await tx
    .selectFrom('customer')
    .selectAll()
    .where('id', '=', id as Customer['id'])
    .executeTakeFirst();
  if (!customer) throw new NotFound('customer.unknown');
  return customer;
}

export async function lockCustomer(context: Context, id: string): Promise<Customer> {
  const customer = await context.tx
    .selectFrom('customer')
    .selectAll()
    .where('id', '=', id as Customer['id'])
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!customer) throw new NotFound('customer.unknown');
  return customer;
}

type Around = { id: string; centres: Id<'centre'>[]; people: string[]; departments: string[] };

/**
 * Whom customers concern, for the policy: the centres of their places, and whoever is accountable for an open matter of
 * theirs or sent out for it. One round trip for all.
 */
export async function thingsOfCustomers(context: Context, ids: readonly string[]): Promise<Map<string, Thing>> {
  if (ids.length === 0) return new Map();
  const found = await sql<Around>`
    with open as materialized (select * from ticket where customer_id = any(${ids}::uuid[]) and closed_at is null)
    select c.id,
      array(select distinct p.centre_id::text from customer_place cp join place p on p.id = cp.place_id where cp.customer_id = c.id) as centres,
      array(select x::text from open t, unnest(array[t.owner_id, t.offered_to_id, t.given_by_id]) x where t.customer_id = c.id and x is not null
        union select w.person_id::text from open t join work_order w on w.ticket_id = t.id where t.customer_id = c.id and w.person_id is not null) as people,
      array(select t.department_id::text from open t where t.customer_id = c.id and t.department_id is not null
        union select w.department_id::text from open t join work_order w on w.ticket_id = t.id where t.customer_id = c.id) as departments
    from unnest(${ids}::uuid[]) as c(id)`.execute(context.tx);
  return new Map(found.rows.map((row) => [row.id, thingFrom(context.actor, row)]));
}

/** With places in several centres, the one that the actor works in counts; with none, every centre may know him. */
function thingFrom(actor: Actor, { centres, people, departments }: Around): Thing {
  const mine = centres.find((id) => actor.posts.some((post) => post.centreId === id));
  const centreId = mine ?? centres[0];
  return { people, departments, ...(centreId === undefined ? {} : { centreId }) };
}

export async function thingOfCustomer(context: Context, id: string): Promise<Thing> {
  return (await thingsOfCustomers(context, [id])).get(id) ?? {};
}

/** The centre a customer is found under: that of his places if they are all of one, else null. */
export async function centreOfCustomer(tx: Tx, id: string): Promise<Id<'centre'> | null> {
  const rows = await tx
    .selectFrom('customer_place')
    .innerJoin('place', 'place.id', 'customer_place.place_id')
    .select('place.centre_id')
    .distinct()
    .where('customer_place.customer_id', '=', id as Customer['id'])
    .execute();
  return rows.length === 1 ? rows[0]!.centre_id : null;
}

export async function openTicketsOf(tx: Tx, id: string): Promise<number> {
  const answer = await tx
    .selectFrom('ticket')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('customer_id', '=', id as Customer['id'])
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(answer.n);
}
