import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { changed, changedOut, ticketParams } from '../ticket/answer.ts';
import { lookAtPapers } from './commands/look-at-papers.ts';
import { looksInput } from './inputs.ts';
import { papersOfTicket } from './papers.ts';
import { papersOut } from './view.ts';

const tag = 'Formalities';

/** What has to be brought for a matter, and what was (PASS-05, RENO-01). */
export const formalityRoutes: Route[] = [
  route({
    name: 'listPapersOfTicket',
    method: 'GET',
    path: '/tickets/:id/papers',
    admits: 'ticket.see',
    tag,
    summary: 'What has to be brought for it, with every look at each paper',
    params: ticketParams,
    answer: papersOut,
    handle: (context, { params }) => papersOfTicket(context, params.id),
  }),
  route({
    name: 'lookAtPapers',
    method: 'POST',
    path: '/tickets/:id/papers',
    admits: 'ticket.see',
    tag,
    summary: 'Say what was brought and whether it is in order',
    about:
      'Only who holds a post that the kind names for it, and until what waits for the papers is decided. A later look counts; those before it are kept.',
    params: ticketParams,
    body: looksInput,
    example: { looks: [{ paper: 'identity', state: 'in_order' }] },
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await lookAtPapers(context, params.id, body);
      return changed(context, params.id);
    },
  }),
];
