import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Actor, Thing } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
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

/** Throws NotFound where there is none, or he was erased. */
export async function orErased(tx: Tx, id: Id<'customer'>): Promise<void> {
  const customer = await tx.selectFrom('customer').select('erased_at').where('id', '=', id).executeTakeFirst();
  if (!customer || customer.erased_at !== null) throw new NotFound('customer.unknown');
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

/** Whether this customer (an id or a column of one), or a household or firm he belongs to, is a VIP. */
export function isVip(customerId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`exists (select from customer c where c.vip and (c.id = ${customerId}
    or c.id in (select m.group_id from customer_member m where m.member_id = ${customerId})))`;
}

/** The centres of the places of a customer `c`, those he left included: who was ever his centre may know him. */
export const CENTRES = sql<Id<'centre'>[]>`array(
  select distinct p.centre_id::text from customer_place cp join place p on p.id = cp.place_id where cp.customer_id = c.id)`;

type Placed = { id: string; centres: Id<'centre'>[] };

/** Whom customers concern, for the policy. */
export async function thingsOfCustomers(context: Context, ids: readonly string[]): Promise<Map<string, Thing>> {
  if (ids.length === 0) return new Map();
  const found = await sql<Placed>`
    select c.id, ${CENTRES} as centres from unnest(${ids}::uuid[]) as c(id)`.execute(context.tx);
  return thingsFor(context, found.rows);
}

/**
 * The same where the centres are known already. Who is accountable for an open matter of theirs, or sent out for it, is asked
 * only where it makes a difference: for posts whose rights end at their own or their department's matters.
 */
export async function thingsFor(context: Context, placed: readonly Placed[]): Promise<Map<string, Thing>> {
  const involved = isNarrow(context.actor)
    ? await involvedIn(
        context,
        placed.map(({ id }) => id),
      )
    : new Map();
  return new Map(placed.map(({ id, centres }) => [id, thingFrom(context.actor, centres, involved.get(id))]));
}

const RIGHTS = ['customer.see', 'customer.see_phone', 'customer.unmask_phone', 'customer.edit'] as const;

function isNarrow(actor: Actor): boolean {
  return actor.posts.some((post) =>
    RIGHTS.some((right) => post.rights[right] === 'own' || post.rights[right] === 'department'),
  );
}

type Involved = { id: string; people: string[]; departments: string[] };

async function involvedIn(context: Context, ids: readonly string[]): Promise<Map<string, Involved>> {
  const found = await sql<Involved>`
    select t.customer_id as id,
      array_remove(array_agg(distinct x.person), null) as people, array_remove(array_agg(distinct x.department), null) as departments
    from ticket t cross join lateral (
      values (t.owner_id::text, t.department_id::text), (t.offered_to_id::text, null), (t.given_by_id::text, null)
      union all select w.person_id::text, w.department_id::text from work_order w where w.ticket_id = t.id
    ) x(person, department)
    where t.customer_id = any(${ids}::uuid[]) and t.closed_at is null group by t.customer_id`.execute(context.tx);
  return new Map(found.rows.map((row) => [row.id, row]));
}

/** With places in several centres, the one that the actor works in counts; with none, every centre may know him. */
function thingFrom(actor: Actor, centres: Id<'centre'>[], involved: Involved | undefined): Thing {
  const mine = centres.find((id) => actor.posts.some((post) => post.centreId === id));
  const centreId = mine ?? centres[0];
  const { people = [], departments = [] } = involved ?? {};
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
  const { rows } = await sql<{ n: number }>`
    select (select count(*)::int from ticket where customer_id = ${id} and closed_at is null)
      + (select count(*)::int from dispute_party p join ticket t on t.id = p.ticket_id
        where p.customer_id = ${id} and t.closed_at is null and t.customer_id is distinct from p.customer_id) as n`.execute(
    tx,
  );
  return rows[0]!.n;
}

/** Whether he, or any matter of his, is held back by a dispute or a court. */
export async function isHeld({ tx, now }: Pick<Context, 'tx' | 'now'>, id: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select exists (select from legal_hold h where h.lifted_at is null and (h.until is null or h.until > ${now})
      and (h.subject_id = ${id} or h.subject_id in (select t.id from ticket t where t.customer_id = ${id}))) as held`.execute(
    tx,
  );
  return rows[0]!.held;
}
