import { z } from 'zod';
import { canOut, momentOut, pageOf } from '../platform/http/shapes.ts';
import { contactLineOut } from '../contact/line.ts';
import { matterOut } from '../ticket/matters.ts';

const livesAt = z.object({
  placeId: z.string(),
  code: z.string(),
  name: z.string(),
  relation: z.string().describe('owner, resident, tenant or user'),
  since: z.string().nullable(),
  until: z.string().nullable(),
});

const phoneOut = z.object({
  number: z.string().describe('As it is dialled; masked unless the caller may see it whole'),
  label: z.string(),
  first: z.boolean(),
});

export const customerLineOut = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  vip: z.boolean(),
  phone: z.string().nullable(),
  places: z.array(livesAt.pick({ placeId: true, code: true, relation: true })),
  openCount: z.number(),
});
export const customersOut = pageOf(customerLineOut).extend({ can: canOut });

const memberOut = z.object({ id: z.string(), name: z.string(), kind: z.string(), relation: z.string() });

export const customerPageOut = z.object({
  id: z.string(),
  version: z.number(),
  kind: z.string(),
  name: z.string(),
  language: z.string(),
  vip: z.boolean(),
  note: z.string().nullable(),
  createdAt: momentOut,
  erasedAt: momentOut.nullable(),
  masked: z.boolean().describe('Numbers and addresses are shown only in part'),
  phones: z.array(phoneOut),
  emails: z.array(z.object({ address: z.string(), label: z.string() })),
  places: z.array(livesAt),
  members: z.array(memberOut).describe('Who belongs to this household or company'),
  groups: z.array(memberOut).describe('The households and companies he belongs to'),
  open: z.array(matterOut).describe('What is open, with who comes next and the worst clock'),
  recent: z.array(matterOut).describe('The last matters that are settled'),
  contacts: z.array(contactLineOut).describe('The last touches'),
  can: canOut,
});

export const customerVersionOut = z.object({ id: z.string(), version: z.number() });
