import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { Invalid } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { searchQuery } from '../kernel/text/query.ts';
import type { Thing } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { momentInJson } from '../platform/json-moment.ts';
import type { Entry } from '../search/entries.ts';
import { findEntries } from '../search/entries.ts';
import { sightOf } from '../search/sight.ts';
import { CENTRES, thingsFor } from './facts.ts';
import type { CustomersQuery } from './inputs.ts';
import { shownPhones } from './phone.ts';
import type { customerLineOut, customersOut } from './view.ts';

export type CustomerLine = z.input<typeof customerLineOut>;
type Row = CustomerLine & { centres: Id<'centre'>[] };

const TOUCH = sql`json_build_object('at', ${momentInJson('k.at')}, 'channel', k.channel, 'direction', k.direction)`;

/** When he was last in touch by each channel, either way: by the index on his touches. */
export async function lastByChannel(
  { tx, now }: Context,
  id: Id<'customer'>,
): Promise<NonNullable<CustomerLine['lastContact']>[]> {
  const { rows } = await sql<{ touch: NonNullable<CustomerLine['lastContact']> }>`
    select touch from (select distinct on (k.channel, k.direction) k.at, ${TOUCH} as touch
      from contact k where k.customer_id = ${id} and k.at <= ${now}::timestamptz order by k.channel, k.direction, k.at desc) as newest
    order by at desc`.execute(tx);
  return rows.map(({ touch }) => touch);
}

/** Customers as lines, in the order of their ids given, each with whom it concerns. Numbers are masked as on their pages. One round trip for most. */
export async function customersWithThings(
  context: Context,
  ids: readonly string[],
): Promise<{ line: CustomerLine; thing: Thing }[]> {
  if (ids.length === 0) return [];
  const found = await sql<Row>`
    select c.id, c.kind, c.name, c.vip, ${CENTRES} as centres,
      (select f.digits from customer_phone f where f.customer_id = c.id order by f.first desc, f.digits limit 1) as phone,
      coalesce((select json_agg(json_build_object('placeId', p.id, 'code', p.code, 'relation', cp.relation) order by p.code)
        from customer_place cp join place p on p.id = cp.place_id
        where cp.customer_id = c.id and (cp.until is null or cp.until >= ${context.now.slice(0, 10)}::date)), '[]') as places,
      (select ${TOUCH} from contact k where k.customer_id = c.id and k.at <= ${context.now}::timestamptz order by k.at desc, k.id desc limit 1) as "lastContact",
      (select count(*)::int from ticket t where t.customer_id = c.id and t.closed_at is null) as "openCount"
    from unnest(${ids}::uuid[]) with ordinality as wanted(id, nth) join customer c on c.id = wanted.id
    order by wanted.nth`.execute(context.tx);
  const things = await thingsFor(context, found.rows);
  return found.rows.map(({ centres: _, ...row }) => {
    const thing = things.get(row.id) ?? {};
    return { line: { ...row, phone: row.phone === null ? null : shownPhones(context, thing, [row.phone])[0]! }, thing };
  });
}

export async function customerLines(context: Context, ids: readonly string[]): Promise<CustomerLine[]> {
  return (await customersWithThings(context, ids)).map(({ line }) => line);
}

/** A page of customers the actor may see, the newest first; with `q` those that match it. */
export async function listCustomers(context: Context, query: CustomersQuery): Promise<z.input<typeof customersOut>> {
  const after = readMomentAndId(query.after);
  const entries = query.q ? await matching(context, query, after) : await newest(context, query, after);
  const found = page(
    entries,
    query.limit,
    (entry) => entry.subject_id,
    (entry) => cursorOf(entry.at, entry.subject_id),
  );
  return {
    items: await customerLines(context, found.items),
    next: found.next,
    can: { add: can(context.actor, 'customer.edit', {}) },
  };
}

type After = { at: Instant; id: string } | null;

type Narrowing = Pick<CustomersQuery, 'kind' | 'vip' | 'place' | 'relation' | 'quietSince'>;

/** All customers whom the actor may see and who fit, in the order of their ids; no more than `most`. */
export async function customersFitting(
  context: Context,
  by: Narrowing,
  { most, among }: { most: number; among?: readonly string[] | undefined },
): Promise<Id<'customer'>[]> {
  const sight = sightOf(context, 'customer', { id: 'c.id', centre: null });
  if (sight === null) return [];
  const { rows } = await sql<{ id: Id<'customer'> }>`
    select c.id from customer c where c.erased_at is null and ${sight} ${narrowed(by)}
      ${among ? sql`and c.id = any(${among}::uuid[])` : sql``} order by c.id limit ${most}`.execute(context.tx);
  return rows.map(({ id }) => id);
}

/** Refuses unless the actor sees every one of these customers; `pathOf` says where in the request the unknown one stands. */
export async function orUnseen(
  context: Context,
  ids: readonly Id<'customer'>[],
  pathOf: (at: number) => string,
): Promise<void> {
  const seen = new Set(await customersFitting(context, {}, { most: ids.length, among: ids }));
  const unknown = ids.findIndex((id) => !seen.has(id));
  if (unknown >= 0) throw new Invalid('customer.unknown', { path: pathOf(unknown) });
}

/** Further conditions on `c`, by what was asked. */
function narrowed(query: Narrowing): RawBuilder<unknown> {
  const relation = query.relation ? sql`and cp.relation = ${query.relation}` : sql``;
  const where = query.place ? sql`(p.id = ${query.place} or p.parent_id = ${query.place})` : sql`true`;
  const lives =
    query.place || query.relation
      ? sql`and exists (select from customer_place cp join place p on p.id = cp.place_id where cp.customer_id = c.id and ${where} ${relation})`
      : sql``;
  const quiet = query.quietSince
    ? sql`and not exists (select from contact k where k.customer_id = c.id and k.at >= ${query.quietSince}::timestamptz)`
    : sql``;
  return sql`${quiet} ${query.kind ? sql`and c.kind = ${query.kind}` : sql``} ${query.vip === undefined ? sql`` : sql`and c.vip = ${query.vip}`} ${lives}`;
}

async function newest(context: Context, query: CustomersQuery, after: After): Promise<Entry[]> {
  const sight = sightOf(context, 'customer', { id: 'c.id', centre: null });
  if (sight === null) return [];
  const behind = after ? sql`and (c.created_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  const found = await sql<Entry>`
    select c.id as subject_id, c.created_at as at from customer c
    where c.erased_at is null ${behind} and ${sight} ${narrowed(query)}
    order by c.created_at desc, c.id desc limit ${query.limit + 1}`.execute(context.tx);
  return found.rows;
}

async function matching(context: Context, query: CustomersQuery, after: After): Promise<Entry[]> {
  const sight = sightOf(context, 'customer');
  if (sight === null) return [];
  const also = sql<boolean>`${sight} and exists (select from customer c where c.id = e.subject_id ${narrowed(query)})`;
  return findEntries(context.tx, {
    type: 'customer',
    query: searchQuery(query.q!),
    sight: also,
    after,
    limit: query.limit + 1,
  });
}
