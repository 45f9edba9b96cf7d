import { z } from 'zod';
import { id, line } from '../platform/http/shapes.ts';
import { fieldValues } from '../ticket/inputs.ts';

/** More than anybody gathers by hand; each is locked. */
const MOST = 20;
const ids = z.array(id('ticket')).min(1).max(MOST);

export const mergeInput = z.strictObject({
  fromIds: ids.describe('The tickets that become part of this one; 20 at most'),
});

export const mergeQuery = z.strictObject({
  from: z
    .union([id('ticket').transform((one) => [one]), ids])
    .describe('The tickets that would become part of this one'),
});

export const splitInput = z.strictObject({
  id: id('ticket').optional().describe("The client's own new id; the same id again splits nothing twice"),
  kind: z.string().max(60).describe('Key of the kind the new ticket is'),
  title: line.describe('The matter that becomes a ticket of its own, in one line'),
  need: z.string().trim().max(10_000).default('').describe("The customer's need in it, in his words"),
  fields: fieldValues.default({}),
  noteIds: z.array(id('note')).max(50).default([]).describe('Notes that belong to it; they stand in both from then on'),
  contactIds: z.array(id('contact')).max(50).default([]).describe('Touches that feed it, too'),
});
