import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import { todayIn } from '../organisation/today.ts';
import type { Place } from '../place/place.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import type { Vacancy } from './vacancy.ts';
import { OCCUPANTS } from './vacancy.ts';

/** That somebody is on file at the place (`p`) today as living or working there. */
export function isOccupied(today: string) {
  return sql`exists (select from customer_place h join customer c on c.id = h.customer_id
    where h.place_id = p.id and h.relation = any(${OCCUPANTS}::text[]) and c.erased_at is null
      and (h.since is null or h.since <= ${today}::date) and (h.until is null or h.until >= ${today}::date))`;
}

/** What decides whether a unit may be listed: who is on file there, whether it is listed already, and the day. */
export async function factsOf(context: Context, place: Pick<Place, 'id' | 'centre_id'>) {
  const today = await todayIn(context, place.centre_id);
  const { rows } = await sql<{ occupants: number; isListed: boolean }>`
    select (select count(*)::int from customer_place h join customer c on c.id = h.customer_id
        where h.place_id = ${place.id} and h.relation = any(${OCCUPANTS}::text[]) and c.erased_at is null
          and (h.since is null or h.since <= ${today}::date) and (h.until is null or h.until >= ${today}::date)) as occupants,
      exists (select from vacancy where place_id = ${place.id} and ended_at is null) as "isListed"`.execute(context.tx);
  return { ...rows[0]!, today };
}

export async function lockVacancy(tx: Tx, id: Id<'vacancy'>): Promise<Vacancy> {
  const row = await tx.selectFrom('vacancy').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (!row) throw new NotFound('vacancy.unknown');
  return row;
}
