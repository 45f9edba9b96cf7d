import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { CustomerLine } from '../customer/list.ts';
import { customersWithThings } from '../customer/list.ts';
import { normalisePhone } from '../kernel/text/mask.ts';
import { searchQuery } from '../kernel/text/query.ts';
import { can } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import { findEntries } from './entries.ts';
import { sightOf } from './sight.ts';

/** How many candidates of each sort are weighed before the best few are shown. */
const CANDIDATES = 24;

/** Why somebody was found, the best reason first. */
const RANKS = ['number', 'number_ends', 'number_begins', 'lives_there', 'name'] as const;
type Rank = (typeof RANKS)[number];

export type Candidate = { id: string; rank: Rank };
export type Person = CustomerLine & { why: Rank };

/**
 * By telephone: the whole number, what it ends with (the last four digits or more are what a caller says), or what it begins
 * with while it is being typed. Five index look-ups in one round trip, each ending at the first few: thousands of numbers
 * begin alike. Who may be seen is asked of these few afterwards.
 */
export async function peopleByPhone(context: Context, q: string): Promise<Candidate[]> {
  const digits = q.replace(/[^0-9]/g, '');
  if (digits.length < 4) return [];
  const backwards = [...digits].toReversed().join('');
  const fitting = (rank: Rank, condition: RawBuilder<unknown>): RawBuilder<unknown> => sql`
    (select customer_id as id, ${sql.lit(rank)} as rank from customer_phone where ${condition} limit ${CANDIDATES})`;
  const found = await sql<Candidate>`${sql.join(
    [
      fitting('number', sql`digits = ${normalisePhone(q)}`),
      fitting('number_ends', sql`reverse(digits) like ${`${backwards}%`}`),
      fitting('number_begins', sql`digits like ${`+86${digits}%`}`),
      fitting('number_begins', sql`digits like ${`+${digits}%`}`),
      fitting('number_begins', sql`digits like ${`${digits}%`}`),
    ],
    sql` union all `,
  )}`.execute(context.tx);
  return found.rows;
}

/** By name, its pinyin or its initials, or whatever else a customer is found by. */
export async function peopleByName(context: Context, q: string): Promise<Candidate[]> {
  const sight = sightOf(context, 'customer');
  if (sight === null) return [];
  const entries = await findEntries(context.tx, { type: 'customer', query: searchQuery(q), sight, limit: CANDIDATES });
  return entries.map((entry) => ({ id: entry.subject_id, rank: 'name' }));
}

export async function peopleOfPlaces(context: Context, placeIds: readonly string[]): Promise<Candidate[]> {
  if (placeIds.length === 0) return [];
  const found = await sql<Candidate>`
    select distinct customer_id as id, 'lives_there' as rank from customer_place
    where place_id = any(${placeIds}::uuid[]) and (until is null or until >= ${context.now.slice(0, 10)}::date)
    limit ${CANDIDATES}`.execute(context.tx);
  return found.rows;
}

/** The best few of those who may be seen: by why they were found, then whoever has something open, then very important ones. */
export async function bestOf(context: Context, candidates: readonly Candidate[], most: number): Promise<Person[]> {
  const best = new Map<string, Rank>();
  for (const { id, rank } of candidates) {
    const known = best.get(id);
    if (known === undefined || RANKS.indexOf(rank) < RANKS.indexOf(known)) best.set(id, rank);
  }
  const found = await customersWithThings(context, [...best.keys()]);
  return found
    .filter(({ thing }) => can(context.actor, 'customer.see', thing) === null)
    .map(({ line }) => ({ ...line, why: best.get(line.id)! }))
    .sort(
      (one, other) =>
        RANKS.indexOf(one.why) - RANKS.indexOf(other.why) ||
        other.openCount - one.openCount ||
        Number(other.vip) - Number(one.vip) ||
        one.name.localeCompare(other.name, 'zh'),
    )
    .slice(0, most);
}
