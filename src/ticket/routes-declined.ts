import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { changed, changedOut, ticketParams } from './answer.ts';
import { reviewDeclined } from './commands/review-declined.ts';
import { listDeclined } from './declined-requests.ts';
import { declinedQuery, reviewDeclinedInput } from './inputs-declined.ts';
import { declinedListOut } from './view-declined.ts';

/** Requests declined as excessive, and what their reviewer says of that (RECP-15). */
export const declinedRoutes: Route[] = [
  route({
    name: 'listDeclined',
    method: 'GET',
    path: '/declined-requests',
    admits: 'ticket.see',
    tag: 'Tickets',
    summary: 'Requests declined with their reasons, and how each was reviewed, the newest first',
    query: declinedQuery,
    answer: declinedListOut,
    handle: (context, { query }) => listDeclined(context, query),
  }),
  route({
    name: 'reviewDeclined',
    method: 'POST',
    path: '/tickets/:id/declined/review',
    admits: 'ticket.see',
    tag: 'Tickets',
    summary: 'Confirm that it was rightly declined, or send it back with a reason',
    params: ticketParams,
    body: reviewDeclinedInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await reviewDeclined(context, params.id, body);
      return changed(context, params.id);
    },
  }),
];
