import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { id, idOut, refusalOut } from '../platform/http/shapes.ts';
import { doInBulk, undoBulk } from './commands/do-in-bulk.ts';
import { bulkInput, undoInput } from './inputs.ts';

const resultsOut = z.object({
  items: z
    .array(
      z.object({
        ticketId: idOut('ticket'),
        why: refusalOut.describe('null: done on this one; else why not, and nothing of it was'),
        undoable: z.boolean().describe('It can be taken back on this one'),
      }),
    )
    .describe('What came of it on each, by id'),
});

/** One act on many tickets. */
export const bulkRoutes: Route[] = [
  route({
    name: 'doInBulk',
    method: 'POST',
    path: '/tickets/bulk',
    admits: 'ticket.see',
    tag: 'Tickets',
    summary: 'One act on many tickets, each by its own rules',
    about:
      'What is refused on one is said of that one; the others are done. Sent again under the same `id`, it does nothing twice on a ticket.',
    body: bulkInput,
    answer: resultsOut,
    handle: async (context, { body }) => ({ items: await doInBulk(context, body) }),
  }),
  route({
    name: 'undoBulk',
    method: 'POST',
    path: '/tickets/bulk/:bulkId/undo',
    admits: 'ticket.see',
    tag: 'Tickets',
    summary: 'Take it back where that can be, and say where it cannot',
    params: z.object({ bulkId: id('bulk') }),
    body: undoInput,
    answer: resultsOut,
    handle: async (context, { params, body }) => ({ items: await undoBulk(context, params.bulkId, body) }),
  }),
];
