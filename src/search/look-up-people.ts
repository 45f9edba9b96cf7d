import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { customerLines } from '../customer/list.ts';
import { normalisePhone } from '../kernel/text/mask.ts';
import { searchQuery } from '../kernel/text/query.ts';
import type { Context } from '../platform/context.ts';
import { findEntries } from './entries.ts';
import { sightOf } from './sight.ts';

/** How many candidates are weighed before the best few are shown. */
const CANDIDATES = 40;

/** Why somebody was found, the best reason first. */
const RANKS = ['number', 'number_ends', 'number_begins', 'lives_there', 'name'] as const;
type Rank = (typeof RANKS)[number];

export type Candidate = { id: string; rank: Rank };
export type Person = Awaited<ReturnType<typeof customerLines>>[number] & { why: Rank };

/**
 * By telephone: the whole number, what it ends with (the last four digits or more are what a caller says), or what it begins
 * with while it is being typed. Five index look-ups in one round trip, each ending at the first few: thousands of numbers begin alike.
 */
export async function peopleByPhone(context: Context, q: string): Promise<Candidate[]> {
  const digits = q.replace(/[^0-9]/g, '');
  const sight = sightOf(context, 'customer', { id: 'f.customer_id', centre: null });
  if (digits.length < 4 || sight === null) return [];
  const backwards = [...digits].toReversed().join('');
  const fitting = (rank: Rank, nth: number, condition: RawBuilder<unknown>): RawBuilder<unknown> => sql`
    (select f.customer_id as id, ${sql.lit(rank)} as rank, ${sql.lit(nth)} as nth from customer_phone f
      where ${condition} and ${sight} limit ${CANDIDATES})`;
  const found = await sql<Candidate>`
    select distinct on (id) id, rank from (${sql.join(
      [
        fitting('number', 1, sql`f.digits = ${normalisePhone(q)}`),
        fitting('number_ends', 2, sql`reverse(f.digits) like ${`${backwards}%`}`),
        fitting('number_begins', 3, sql`f.digits like ${`+86${digits}%`}`),
        fitting('number_begins', 3, sql`f.digits like ${`+${digits}%`}`),
        fitting('number_begins', 3, sql`f.digits like ${`${digits}%`}`),
      ],
      sql` union all `,
    )}) found order by id, nth`.execute(context.tx);
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
  const sight = sightOf(context, 'customer', { id: 'r.customer_id', centre: null });
  if (placeIds.length === 0 || sight === null) return [];
  const found = await sql<Candidate>`
    select distinct r.customer_id as id, 'lives_there' as rank from customer_place r
    where r.place_id = any(${placeIds}::uuid[]) and (r.until is null or r.until >= ${context.now.slice(0, 10)}::date) and ${sight}
    limit ${CANDIDATES}`.execute(context.tx);
  return found.rows;
}

/** The best few: by why they were found, then whoever has something open, then very important ones. */
export async function bestOf(context: Context, candidates: readonly Candidate[], most: number): Promise<Person[]> {
  const best = new Map<string, Rank>();
  for (const { id, rank } of candidates) {
    const known = best.get(id);
    if (known === undefined || RANKS.indexOf(rank) < RANKS.indexOf(known)) best.set(id, rank);
  }
  const lines = await customerLines(context, [...best.keys()]);
  return lines
    .map((line) => ({ ...line, why: best.get(line.id)! }))
    .sort(
      (one, other) =>
        RANKS.indexOf(one.why) - RANKS.indexOf(other.why) ||
        other.openCount - one.openCount ||
        Number(other.vip) - Number(one.vip) ||
        one.name.localeCompare(other.name, 'zh'),
    )
    .slice(0, most);
}
