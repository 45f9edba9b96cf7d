import { sql } from 'kysely';
import type { z } from 'zod';
import { residentsOf } from '../customer/residents.ts';
import { DAY, plus } from '../kernel/time.ts';
import { can, orForbid } from '../organisation/can.ts';
import { todayIn } from '../organisation/today.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Context } from '../platform/context.ts';
import { versionOf } from '../platform/journal.ts';
import type { Matter } from '../ticket/matters.ts';
import { mattersWhere } from '../ticket/matters.ts';
import { closingPlaceFacts, pathOf, placeById } from './facts.ts';
import type { PlaceLineRow } from './list.ts';
import { COUNTED, placeLine } from './list.ts';
import type { Place, Side } from './place.ts';
import { neighboursOf, whyNotChangePlace, whyNotClosePlace, whyNotReopenPlace } from './place.ts';
import type { placePageOut } from './view.ts';

type View = z.input<typeof placePageOut>;
export type Neighbour = { id: string; code: string; side: Side };

/** The flats that share a ceiling, floor or wall with a unit; none for any other place. One round trip. */
export async function neighboursIn(
  context: Context,
  place: Pick<Place, 'id' | 'kind' | 'code' | 'parent_id'>,
): Promise<Neighbour[]> {
  if (place.kind !== 'unit' || place.parent_id === null) return [];
  const units = await context.tx
    .selectFrom('place')
    .select(['id', 'code'])
    .where('parent_id', '=', place.parent_id)
    .where('kind', '=', 'unit')
    .where('closed_at', 'is', null)
    .execute();
  return neighboursOf(place.code, units).map(({ unit, side }) => ({ id: unit.id, code: unit.code, side }));
}

const RECENT = 365 * DAY;
const MOST_TROUBLES = 30;

async function troublesAround(context: Context, place: Place, neighbours: Neighbour[]): Promise<View['troubles']> {
  const sides = new Map<string, Side>(neighbours.map(({ id, side }) => [id, side]));
  const here = place.kind === 'unit' ? [place.id] : await idsWithin(context, place.id);
  const ids = [...here, ...sides.keys()];
  const since = plus(context.now, -RECENT);
  const matters = await mattersWhere(
    context,
    sql<boolean>`t.place_id = any(${ids}::uuid[]) and t.opened_at >= ${since}::timestamptz`,
    MOST_TROUBLES,
  );
  return matters.map((matter: Matter) => ({ ...matter, side: sides.get(matter.place?.id ?? '') ?? 'here' }));
}

async function idsWithin(context: Context, id: string): Promise<string[]> {
  const below = await context.tx
    .selectFrom('place')
    .select('id')
    .where('parent_id', '=', id as Place['id'])
    .execute();
  return [id, ...below.map((row) => row.id)];
}

/** Everything a screen shows of a place: who lives there, what went wrong there and next door, and what may be done. */
export async function placePage(context: Context, id: string): Promise<View> {
  const found = await sql<PlaceLineRow>`select p.*, ${COUNTED} from place p where p.id = ${id}`.execute(context.tx);
  const place = found.rows[0];
  if (!place) throw new NotFound('place.unknown');
  orForbid(can(context.actor, 'place.see', { centreId: place.centre_id }));
  const neighbours = await neighboursIn(context, place);
  const mayName = can(context.actor, 'customer.see', { centreId: place.centre_id }) === null;
  return {
    ...placeLine(place),
    centreId: place.centre_id,
    version: await versionOf(context.tx, place.id),
    path: await pathOf(context.tx, place),
    people: mayName ? await residentsOf(context, place.id, await todayIn(context, place.centre_id)) : [],
    neighbours,
    troubles: await troublesAround(context, place, neighbours),
    can: await placeCan(context, place),
  };
}

async function placeCan(context: Context, place: Place): Promise<View['can']> {
  const edit = can(context.actor, 'place.edit', { centreId: place.centre_id });
  const above = place.parent_id === null ? null : await placeById(context.tx, place.parent_id);
  return {
    change: edit ?? whyNotChangePlace(place),
    add: edit ?? whyNotChangePlace(place),
    close: edit ?? whyNotClosePlace(place, await closingPlaceFacts(context.tx, place.id)),
    reopen: edit ?? whyNotReopenPlace(place, above),
    open_ticket:
      can(context.actor, 'ticket.open', { people: [context.actor.personId], centreId: place.centre_id }) ??
      whyNotChangePlace(place),
  };
}
