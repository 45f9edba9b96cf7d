import { z } from 'zod';
import { matterOut } from '../ticket/matters.ts';
import { canOut, idOut, momentOrNotYet, pageOf, versionOut } from '../platform/http/shapes.ts';
import { customerLineOut, placeOut } from '../ticket/shapes.ts';

export const placeLineOut = placeOut.extend({
  parentId: idOut('place').nullable().describe('What it stands in; null: an estate'),
  floor: z.number().nullable().describe('0 is the ground floor; null: on none, or not known'),
  closedAt: momentOrNotYet,
  below: z.number().describe('How many places stand in it'),
  openTickets: z.number().describe('What is open here and directly below'),
});

export const placesOut = pageOf(placeLineOut).extend({ can: canOut });

export const sideOut = z
  .enum(['here', 'above', 'below', 'beside'])
  .describe('Where it lies: the place itself, or the flat over, under or next to it');
export const relationOut = z.string().describe('owner, resident, tenant or user');
export const sinceOut = z.string().nullable().describe('From which day, YYYY-MM-DD; null: not known');
export const untilOut = z.string().nullable().describe('Until which day, YYYY-MM-DD; null: still');
export const customerKindOut = z.string().describe('person, household or company');

export const residentOut = customerLineOut.omit({ id: true }).extend({
  customerId: idOut('customer'),
  kind: customerKindOut,
  relation: relationOut,
  since: sinceOut,
  until: untilOut,
  phones: z.array(z.string()).describe('Masked, unless the caller may see them whole'),
});

export const placePageOut = placeLineOut.extend({
  centreId: idOut('centre'),
  version: versionOut,
  path: z.array(placeOut.omit({ safety: true })).describe('What it stands in, the outermost first'),
  people: z.array(residentOut).describe('Who lives here or has to do with it now'),
  neighbours: z
    .array(placeOut.pick({ id: true, code: true }).extend({ side: sideOut }))
    .describe('Flats above, below and beside, by their numbers'),
  troubles: z
    .array(matterOut.extend({ side: sideOut }))
    .describe('Matters of the last twelve months here, above, below and beside, newest first'),
  can: canOut,
});

export const placeVersionOut = z.object({ id: idOut('place'), version: versionOut });
