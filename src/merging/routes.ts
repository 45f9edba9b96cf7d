import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { changed, changedOut, ticketParams } from '../ticket/answer.ts';
import { numberOut } from '../ticket/shapes.ts';
import { mergeTickets } from './commands/merge-tickets.ts';
import { splitTicket } from './commands/split-ticket.ts';
import { unmergeTicket } from './commands/unmerge-ticket.ts';
import { mergeInput, mergeQuery, splitInput } from './inputs.ts';
import { previewMerge } from './preview.ts';
import { mergePreviewOut } from './view.ts';

/** Matters told twice, and two told in one breath. */
export const mergingRoutes: Route[] = [
  route({
    name: 'previewMerge',
    method: 'GET',
    path: '/tickets/:id/merge',
    admits: 'ticket.see',
    tag: 'Tickets',
    summary: 'What merging others into this one would do: what goes along, whose clocks go on, what stands in the way',
    params: ticketParams,
    query: mergeQuery,
    answer: mergePreviewOut,
    handle: (context, { params, query }) => previewMerge(context, params.id, query.from),
  }),
  route({
    name: 'mergeTickets',
    method: 'POST',
    path: '/tickets/:id/merge',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'Merge others into this one',
    about:
      'What was said and sent about the others goes along, of each kind of promise the earliest goes on, and they end as duplicates that lead here. `POST /api/tickets/{id}/unmerge` takes it back.',
    params: ticketParams,
    body: mergeInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await mergeTickets(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'unmergeTicket',
    method: 'POST',
    path: '/tickets/:id/unmerge',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'Take this one out of the ticket it was merged into',
    about:
      'Owner, stage, clocks, work orders, touches and drafts stand as they stood, unless the answer was given since.',
    params: ticketParams,
    answer: changedOut,
    handle: async (context, { params }) => {
      await unmergeTicket(context, params.id);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'splitTicket',
    method: 'POST',
    path: '/tickets/:id/split',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'Make one of its matters a ticket of its own',
    about: 'It has a kind of its own; its clocks run from when the first ticket was opened. The two are linked.',
    status: 201,
    params: ticketParams,
    body: splitInput,
    answer: changedOut.extend({ number: numberOut }),
    handle: async (context, { params, body }) => {
      const ticket = await splitTicket(context, params.id, body);
      return { ...(await changed(context, ticket.id)), number: ticket.number };
    },
  }),
];
