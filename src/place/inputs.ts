import { z } from 'zod';
import { id, pageQuery, seenVersion } from '../platform/http/shapes.ts';
import { PLACE_KINDS } from './place.ts';

const kind = z.enum(PLACE_KINDS);
const code = z.string().trim().min(1).max(40).describe('How people say it: 3-1202; of a unit the room alone will do');
const name = z.string().trim().max(100);
const floor = z.number().int().min(-20).max(300).nullable();
const safety = z.boolean().describe("People's safety hangs on it: lift, fire, gas, electricity");
const version = z.number().int().optional().describe('The version seen (optimistic lock)');

export const addPlaceInput = z.strictObject({
  id: id('place').optional().describe("The client's own new id; the same id again adds nothing twice"),
  parentId: id('place').optional().describe('What it stands in; an estate stands in nothing'),
  centreId: id('centre')
    .optional()
    .describe('Of an estate; everything else belongs to the centre of what it stands in'),
  kind,
  code,
  name: name.optional().describe('Left out: the code'),
  safety: safety.default(false),
  floor: floor.optional().describe('Left out: as the code says'),
});
export type AddPlace = z.output<typeof addPlaceInput>;

/** Many at once, parents before what stands in them. */
export const addPlacesInput = z.strictObject({ places: z.array(addPlaceInput).min(1).max(1_000) });

export const changePlaceInput = z.strictObject({
  version: seenVersion,
  code: code.optional(),
  name: name.min(1).optional(),
  safety: safety.optional(),
  floor: floor.optional(),
});

export const closePlaceInput = z.strictObject({
  version,
  reason: z.enum(['demolished', 'merged', 'entered_by_mistake', 'other']),
});
export const reopenPlaceInput = z.strictObject({ version });

export const placesQuery = z.strictObject({
  ...pageQuery,
  parent: id('place').optional().describe('Left out: the estates'),
  kind: kind.optional().describe('Only places of this kind'),
  closed: z.stringbool().default(false).describe('Also those that are closed'),
});
export type PlacesQuery = z.output<typeof placesQuery>;
