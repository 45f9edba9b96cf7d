import { sql } from 'kysely';
import type { z } from 'zod';
import type { Place } from '../place/place.ts';
import { reachOf } from '../organisation/reach.ts';
import { centreOf } from '../organisation/queries.ts';
import { todayIn } from '../organisation/today.ts';
import type { Context } from '../platform/context.ts';
import { isOccupied } from './facts.ts';
import type { unlistedOut } from './view.ts';

const MOST = 200;

/** What may stand empty: units with nobody on file as living or working there that are not on the list, as people count. */
export async function unlistedUnits(context: Context): Promise<z.input<typeof unlistedOut>> {
  const { all, centres } = reachOf(context.actor, 'place.see')!;
  const today = await todayIn(context, await centreOf(context));
  const { rows } = await sql<Pick<Place, 'id' | 'code' | 'name'>>`
    select p.id, p.code, p.name from place p
    where p.kind = 'unit' and p.closed_at is null ${all ? sql`` : sql`and p.centre_id = any(${centres}::uuid[])`}
      and not ${isOccupied(today)}
      and not exists (select from vacancy v where v.place_id = p.id and v.ended_at is null)
    order by length(p.code), p.code limit ${MOST}`.execute(context.tx);
  return { items: rows };
}
