import type { z } from 'zod';
import type { PlaceKind } from '../../../src/place/place.ts';
import type { placeLineOut, placePageOut } from '../../../src/place/view.ts';
import type { PlainKey } from '../../words/words.ts';
import { t } from '../../words/words.ts';

export type PlaceLine = z.output<typeof placeLineOut>;
/** `GET /api/places/:id` */
export type PlaceAnswer = z.output<typeof placePageOut>;

const kindKeys: Readonly<Record<string, PlainKey>> = {
  estate: 'places.kind_estate',
  building: 'places.kind_building',
  unit: 'places.kind_unit',
  public_area: 'places.kind_public_area',
  facility: 'places.kind_facility',
};

export function kindWords(kind: string): string {
  const key = kindKeys[kind];
  return key ? t(key) : kind;
}

/** What the form offers to stand in a place; whether it may, the server says again. */
export const below: Readonly<Record<string, readonly PlaceKind[]>> = {
  '': ['estate'],
  estate: ['building', 'public_area', 'facility'],
  building: ['unit', 'public_area', 'facility'],
  public_area: ['facility'],
};

const sides: Readonly<Record<string, PlainKey>> = {
  here: 'places.side_here',
  above: 'places.side_above',
  below: 'places.side_below',
  beside: 'places.side_beside',
};

export function sideWords(side: string): string {
  const key = sides[side];
  return key ? t(key) : side;
}

/** The code, and the name where it says more. */
export function placeName({ code, name }: { code: string; name: string }): string {
  return name && name !== code ? `${code} ${name}` : code;
}
