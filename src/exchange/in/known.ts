import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { dialled } from '../../kernel/text/dialled.ts';
import { fold } from '../../kernel/text/fold.ts';
import { normalisePhone } from '../../kernel/text/mask.ts';
import { unitAsked } from '../../kernel/text/unit.ts';
import { reachOf } from '../../organisation/reach.ts';
import type { Right } from '../../organisation/rights.ts';
import type { Place } from '../../place/place.ts';
import type { Context } from '../../platform/context.ts';
import type { Cells } from './cells.ts';

/** What another system calls a thing, and which of ours it is. */
export async function byExternalId({ tx }: Context, list: string, value: string): Promise<string | null> {
  const found = await tx
    .selectFrom('external_id')
    .select('subject_id')
    .where('list', '=', list)
    .where('value', '=', value)
    .executeTakeFirst();
  return found?.subject_id ?? null;
}

/** 3栋1202 is 3-1202 here. */
function codesOf(said: string): string[] {
  const unit = unitAsked(fold(said));
  const { building, entrance, room } = unit ?? {};
  if (building === undefined || room === undefined) return [said];
  return [said, [building, ...(entrance === undefined ? [] : [entrance]), room].join('-')];
}

/** The places that a cell names by their codes, of the centres where the actor has the right; what is not there is said at the cell. */
export async function placesIn(
  context: Context,
  cells: Cells,
  field: string,
  right: Right,
  known?: PlacesCalled,
): Promise<Place[]> {
  const found: Place[] = [];
  for (const said of cells.list(field)) {
    const places = known?.get(said) ?? (await placesCalled(context, codesOf(said), right)).slice(0, 2);
    const [place, another] = places;
    if (!place) cells.refuse(field, 'import.place_unknown', { code: said.slice(0, 40) });
    else if (another && another.kind === place.kind)
      cells.refuse(field, 'import.place_twice', { code: said.slice(0, 40) });
    else if (place.closed_at !== null) cells.refuse(field, 'place.closed', { code: place.code });
    else found.push(place);
  }
  return found;
}

/** What cells name, and the two first places that are called so. */
export type PlacesCalled = ReadonlyMap<string, Place[]>;

/** The same of many rows, in one statement. */
export async function placesOf(
  context: Context,
  rows: readonly Cells[],
  field: string,
  right: Right,
): Promise<PlacesCalled> {
  const said = [...new Set(rows.flatMap((cells) => cells.list(field)))];
  const places = said.length === 0 ? [] : await placesCalled(context, said.flatMap(codesOf), right);
  return new Map(
    said.map((one) => {
      const codes = codesOf(one);
      return [one, places.filter(({ code }) => codes.includes(code)).slice(0, 2)];
    }),
  );
}

/** Flats before all else, for a flat and a lift may have one code. */
async function placesCalled(context: Context, codes: readonly string[], right: Right): Promise<Place[]> {
  const reach = reachOf(context.actor, right);
  const { rows } = await sql<Place>`
    select p.* from place p where p.code = any(${codes}::text[])
      and ${reach === null || reach.all ? sql`true` : sql`p.centre_id = any(${reach.centres}::uuid[])`}
    order by array_position(array['unit', 'building', 'estate', 'public_area', 'facility'], p.kind), p.closed_at is not null, p.id`.execute(
    context.tx,
  );
  return rows;
}

export type Known = { id: Id<'customer'>; name: string };

/** Customers who have one of these numbers; none for no number. */
export async function customersWithPhone({ tx }: Context, phones: readonly string[]): Promise<Known[]> {
  if (phones.length === 0) return [];
  // as it is compared, and as it is dialled
  const digits = phones.flatMap((phone) => [normalisePhone(phone), dialled(phone)]);
  const { rows } = await sql<Known>`
    select distinct c.id, c.name from customer_phone f join customer c on c.id = f.customer_id
    where f.digits = any(${digits}::text[]) and c.erased_at is null limit 20`.execute(tx);
  return rows;
}

/** Those of this name who have to do with one of these places. */
export async function customersAt({ tx }: Context, places: readonly string[], name: string): Promise<Known[]> {
  if (places.length === 0) return [];
  const { rows } = await sql<Known>`
    select distinct c.id, c.name from customer_place cp join customer c on c.id = cp.customer_id
    where cp.place_id = any(${places}::uuid[]) and c.name = ${name} and c.erased_at is null limit 20`.execute(tx);
  return rows;
}
