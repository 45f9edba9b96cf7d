import type { Selectable } from 'kysely';
import { fold } from '../kernel/text/fold.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { PlaceTable } from './table.ts';

export type Place = Selectable<PlaceTable>;
export type PlaceKind = Place['kind'];

export const PLACE_KINDS = ['estate', 'building', 'unit', 'public_area', 'facility'] as const;

/** What may stand directly below what: estate > building > unit, with public areas and facilities where they are. */
const ABOVE: Record<PlaceKind, readonly (PlaceKind | null)[]> = {
  estate: [null],
  building: ['estate'],
  unit: ['building'],
  public_area: ['estate', 'building'],
  facility: ['estate', 'building', 'public_area'],
};

export function whyNotBelow(kind: PlaceKind, above: PlaceKind | null): Refusal | null {
  return ABOVE[kind].includes(above) ? null : refusal('place.not_below', { kind, above: above ?? 'nothing' });
}

/** A unit is said with its building: 1202 in building 3 is 3-1202. Everything else is called what it was called. */
export function completeCode(kind: PlaceKind, code: string, above: Pick<Place, 'code'> | null): string {
  const said = code.trim();
  if (kind !== 'unit' || above === null || said.startsWith(`${above.code}-`)) return said;
  return `${above.code}-${said}`;
}

/** A flat's door: everything before the floor, the floor, and which door on it. */
export type Door = { before: string; floor: number; door: number };

const NUMBERED = /^([a-z]?)([0-9]{1,3})([0-9]{2})$/;
const LETTERED = /^()([0-9]{1,3})([a-z])$/;

/**
 * Reads 3-1202 as floor 12, door 2; 3-12b as floor 12, door 2; a1202 as flat 1202 of house a, but 3-b102 as a basement. Null
 * where the code does not say a floor.
 */
export function doorOf(code: string): Door | null {
  const plain = fold(code);
  const dash = plain.lastIndexOf('-') + 1;
  const [house, room] = [plain.slice(0, dash), plain.slice(dash)];
  const found = NUMBERED.exec(room) ?? LETTERED.exec(room);
  if (!found) return null;
  const [, letter, level, last] = found as unknown as [string, string, string, string];
  const basement = letter === 'b' && house !== '';
  const door = /[a-z]/.test(last) ? last.charCodeAt(0) - 0x60 : Number(last);
  return { before: house + letter, floor: basement ? -Number(level) : Number(level), door };
}

export type Side = 'above' | 'below' | 'beside';

type Coded = Pick<Place, 'id' | 'code'>;

/**
 * The flats that share a ceiling, a floor or a wall with this one, by building and number: of 3-1202 these are 3-1302,
 * 3-1102, 3-1201 and 3-1203. The next floor is the next there is: many houses have no 4th and no 13th.
 */
export function neighboursOf<Unit extends Coded>(code: string, units: readonly Unit[]): { unit: Unit; side: Side }[] {
  const here = doorOf(code);
  if (here === null) return [];
  const others = units
    .map((unit) => ({ unit, at: doorOf(unit.code) }))
    .filter((other): other is { unit: Unit; at: Door } => other.at !== null && other.at.before === here.before);
  const line = others.filter(({ at }) => at.door === here.door);
  const level = others.filter(({ at }) => at.floor === here.floor);
  return [
    ...nearest(line, (door) => door.floor - here.floor).map(({ unit, way }) => ({
      unit,
      side: way > 0 ? ('above' as const) : ('below' as const),
    })),
    ...nearest(level, (door) => door.door - here.door).map(({ unit }) => ({ unit, side: 'beside' as const })),
  ];
}

/** The nearest on either side. */
function nearest<Unit>(
  others: { unit: Unit; at: Door }[],
  away: (door: Door) => number,
): { unit: Unit; way: number }[] {
  const found: { unit: Unit; way: number }[] = [];
  for (const sign of [1, -1]) {
    const side = others.map(({ unit, at }) => ({ unit, way: away(at) })).filter(({ way }) => way * sign > 0);
    const [first] = side.sort((one, other) => (one.way - other.way) * sign);
    if (first) found.push(first);
  }
  return found;
}

export function whyNotChangePlace(place: Pick<Place, 'closed_at' | 'code'>): Refusal | null {
  return place.closed_at === null ? null : refusal('place.closed', { code: place.code });
}

/** What stands below it, or is still open there, would be left without a place. */
export function whyNotClosePlace(
  place: Pick<Place, 'closed_at' | 'code'>,
  facts: { openBelow: number; openTickets: number },
): Refusal | null {
  if (place.closed_at !== null) return refusal('place.closed', { code: place.code });
  if (facts.openBelow > 0) return refusal('place.open_below', { n: facts.openBelow });
  return facts.openTickets > 0 ? refusal('place.open_tickets', { n: facts.openTickets }) : null;
}

export function whyNotReopenPlace(
  place: Pick<Place, 'closed_at'>,
  above: Pick<Place, 'closed_at' | 'code'> | null,
): Refusal | null {
  if (place.closed_at === null) return refusal('place.not_closed');
  return above && above.closed_at !== null ? refusal('place.closed', { code: above.code }) : null;
}
