import { sql } from 'kysely';
import type { z } from 'zod';
import { Invalid } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import { reachOf } from '../organisation/reach.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readCursor } from '../platform/http/cursor.ts';
import type { PlacesQuery } from './inputs.ts';
import { placeById } from './facts.ts';
import type { Place } from './place.ts';
import type { placeLineOut, placesOut } from './view.ts';

export type PlaceLineRow = Place & { below: number; open_tickets: number };

/** What stands in each place of a page, and what is open there; by partial indices, so that only what is open is read. */
export const COUNTED = sql`
  (select count(*)::int from place b where b.parent_id = p.id and b.closed_at is null) as below,
  (select count(*)::int from ticket t where t.closed_at is null and t.place_id in (
    select p.id union all select b.id from place b where b.parent_id = p.id)) as open_tickets`;

export function placeLine(row: PlaceLineRow): z.input<typeof placeLineOut> {
  return {
    id: row.id,
    parentId: row.parent_id,
    kind: row.kind,
    code: row.code,
    name: row.name,
    safety: row.safety,
    floor: row.floor,
    closedAt: row.closed_at,
    below: row.below,
    openTickets: row.open_tickets,
  };
}

/**
 * One level of the tree: what stands in a place, or the estates. In the order in which people count: by kind, then 3-202
 * before 3-1002, that is shorter codes first.
 */
export async function listPlaces(context: Context, query: PlacesQuery): Promise<z.input<typeof placesOut>> {
  const reach = reachOf(context.actor, 'place.see')!;
  const after = readCursor(query.after, 3);
  if (after && !Number.isSafeInteger(after[1])) throw new Invalid('cursor.unknown', { path: 'after' });
  const rows = await sql<PlaceLineRow>`
    select p.*, ${COUNTED} from (
      select p.* from place p
      where ${query.parent ? sql`p.parent_id = ${query.parent}` : sql`p.parent_id is null`}
        ${reach.all ? sql`` : sql`and p.centre_id = any(${reach.centres}::uuid[])`}
        ${query.kind ? sql`and p.kind = ${query.kind}` : sql``}
        ${query.closed ? sql`` : sql`and p.closed_at is null`}
        ${after ? sql`and (p.kind, length(p.code), p.code) > (${after[0]}, ${after[1]}::int, ${after[2]})` : sql``}
      order by p.kind, length(p.code), p.code limit ${query.limit + 1}
    ) p order by p.kind, length(p.code), p.code`.execute(context.tx);
  const above = query.parent ? await placeById(context.tx, query.parent) : null;
  return {
    ...page(rows.rows, query.limit, placeLine, (row) => cursorOf(row.kind, row.code.length, row.code)),
    can: { add: can(context.actor, 'place.edit', above ? { centreId: above.centre_id } : {}) },
  };
}
