import { z } from 'zod';
import { id, pageQuery, versionRequired, versionSeen } from '../platform/http/shapes.ts';
import { PLACE_KINDS } from './place.ts';

const kind = z.enum(PLACE_KINDS).describe('What it is; a unit stands in a building, a building in an estate');
const code = z.string().trim().min(1).max(40).describe('How people say it: 3-1202; of a unit the room alone will do');
const name = z.string().trim().max(100).describe('What it is called');
const floor = z
  .number()
  .int()
  .min(-20)
  .max(300)
  .nullable()
  .describe('0 is the ground floor, below it basements; null: on none');
const safety = z.boolean().describe("People's safety hangs on it: lift, fire, gas, electricity");

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
export const addPlacesInput = z.strictObject({
  places: z.array(addPlaceInput).min(1).max(1_000).describe('Parents before what stands in them; all or none'),
});

export const changePlaceInput = z.strictObject({
  version: versionRequired,
  code: code.optional(),
  name: name.min(1).optional().describe('What it is called'),
  safety: safety.optional(),
  floor: floor.optional(),
});

export const closePlaceInput = z.strictObject({
  version: versionSeen,
  reason: z
    .enum(['demolished', 'merged', 'entered_by_mistake', 'other'])
    .describe('Why it is given up; kept in the journal'),
});

export const reopenPlaceInput = z.strictObject({ version: versionSeen });

export const placesQuery = z.strictObject({
  ...pageQuery,
  parent: id('place').optional().describe('Left out: the estates'),
  kind: kind.optional().describe('Only places of this kind'),
  closed: z.stringbool().default(false).describe('Also those that are closed'),
});
export type PlacesQuery = z.output<typeof placesQuery>;
