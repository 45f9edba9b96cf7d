import { z } from 'zod';
import { matterOut } from '../ticket/matters.ts';
import { canOut, momentOut, pageOf } from '../platform/http/shapes.ts';

export const placeLineOut = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  kind: z.string(),
  code: z.string(),
  name: z.string(),
  safety: z.boolean(),
  floor: z.number().nullable(),
  closedAt: momentOut.nullable(),
  below: z.number().describe('How many places stand in it'),
  openTickets: z.number().describe('What is open here and directly below'),
});
export const placesOut = pageOf(placeLineOut).extend({ can: canOut });

export const sideOut = z.enum(['here', 'above', 'below', 'beside']);

export const residentOut = z.object({
  customerId: z.string(),
  name: z.string(),
  kind: z.string(),
  vip: z.boolean(),
  relation: z.string().describe('owner, resident, tenant or user'),
  since: z.string().nullable(),
  until: z.string().nullable(),
  phones: z.array(z.string()).describe('Masked, unless the caller may see them whole'),
});

export const placePageOut = placeLineOut.extend({
  centreId: z.string(),
  version: z.number(),
  path: z
    .array(z.object({ id: z.string(), kind: z.string(), code: z.string(), name: z.string() }))
    .describe('What it stands in, the outermost first'),
  people: z.array(residentOut).describe('Who lives here or has to do with it now'),
  neighbours: z.array(z.object({ id: z.string(), code: z.string(), side: sideOut })),
  troubles: z
    .array(matterOut.extend({ side: sideOut }))
    .describe('Matters of the last twelve months here, above, below and beside, newest first'),
  can: canOut,
});

export const placeVersionOut = z.object({ id: z.string(), version: z.number() });
