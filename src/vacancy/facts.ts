import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import { todayIn } from '../organisation/today.ts';
import type { Place } from '../place/place.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import type { Vacancy } from './vacancy.ts';
import { OCCUPANTS } from './vacancy.ts';

/** Who is on file at a place (an id, or a column of one) today as living or working there. */
const occupantsOf = (placeId: RawBuilder<unknown>, today: string) =>
  sql`from customer_place h join customer c on c.id = h.customer_id
    where h.place_id = ${placeId} and h.relation = any(${OCCUPANTS}::text[]) and c.erased_at is null
      and (h.since is null or h.since <= ${today}::date) and (h.until is null or h.until >= ${today}::date)`;

/** That somebody is there of the place (`p`). */
export const isOccupied = (today: string) => sql`exists (select ${occupantsOf(sql`p.id`, today)})`;

/** What decides whether a unit may be listed: who is on file there, whether it is listed already, and the day. */
export async function factsOf(context: Context, place: Pick<Place, 'id' | 'centre_id'>) {
  const today = await todayIn(context, place.centre_id);
  const { rows } = await sql<{ occupants: number; isListed: boolean }>`
    select (select count(*)::int ${occupantsOf(sql`${place.id}`, today)}) as occupants,
      exists (select from vacancy where place_id = ${place.id} and ended_at is null) as "isListed"`.execute(context.tx);
  return { ...rows[0]!, today };
}

export async function lockVacancy(tx: Tx, id: Id<'vacancy'>): Promise<Vacancy> {
  const row = await tx.selectFrom('vacancy').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (!row) throw new NotFound('vacancy.unknown');
  return row;
}
