import { sql } from 'kysely';
import { NotFound } from '../kernel/refusal.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import type { Place } from './place.ts';

export async function placeById(tx: Tx, id: string): Promise<Place> {
  const place = await tx
    .selectFrom('place')
    .selectAll()
    .where('id', '=', id as Place['id'])
    .executeTakeFirst();
  if (!place) throw new NotFound('place.unknown');
  return place;
}

export async function lockPlace(context: Context, id: string): Promise<Place> {
  const place = await context.tx
    .selectFrom('place')
    .selectAll()
    .where('id', '=', id as Place['id'])
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!place) throw new NotFound('place.unknown');
  return place;
}

/** What would hang in the air if the place were closed. */
export async function closingPlaceFacts(tx: Tx, id: string): Promise<{ openBelow: number; openTickets: number }> {
  const answer = await sql<{ openBelow: number; openTickets: number }>`
    select (select count(*)::int from place where parent_id = ${id} and closed_at is null) as "openBelow",
      (select count(*)::int from ticket where place_id = ${id} and closed_at is null) as "openTickets"`.execute(tx);
  return answer.rows[0]!;
}

/** What it stands in, the outermost first. */
export async function pathOf(
  tx: Tx,
  place: Pick<Place, 'parent_id'>,
): Promise<Pick<Place, 'id' | 'kind' | 'code' | 'name'>[]> {
  const answer = await sql<Pick<Place, 'id' | 'kind' | 'code' | 'name'>>`
    with recursive above as (
      select id, parent_id, kind, code, name, 1 as far from place where id = ${place.parent_id}
      union all
      select p.id, p.parent_id, p.kind, p.code, p.name, a.far + 1 from place p join above a on p.id = a.parent_id
    ) select id, kind, code, name from above order by far desc`.execute(tx);
  return answer.rows;
}
