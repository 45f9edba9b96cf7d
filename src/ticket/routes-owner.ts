import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import * as inputs from './inputs.ts';
import { changed, changedOut, ticketParams } from './answer.ts';
import { offerTicket } from './commands/offer-ticket.ts';
import { answerOffer, withdrawOffer } from './commands/answer-offer.ts';
import { urge } from './commands/urge.ts';
import { askRuling, giveRuling } from './commands/ask-ruling.ts';

/** Who is accountable: offering, answering, withdrawing, urging, asking above. */
export const ownerRoutes: Route[] = [
  route({
    name: 'offerTicket',
    method: 'POST',
    path: '/tickets/:id/offer',
    admits: 'signed-in',
    token: ['ticket.handle', 'ticket.assign'],
    tag: 'Tickets',
    summary: 'Offer it to somebody: over, up, or given',
    about: 'The giver stays accountable until it is accepted; the answer itself has a limit.',
    params: ticketParams,
    body: inputs.offerInput,
    example: { toId: '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e', reason: 'Lifts are yours' },
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await offerTicket(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'answerOffer',
    method: 'POST',
    path: '/tickets/:id/offer/answer',
    admits: 'signed-in',
    token: ['ticket.handle'],
    tag: 'Tickets',
    summary: 'Accept or refuse what was offered to me',
    params: ticketParams,
    body: inputs.answerOfferInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await answerOffer(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'withdrawOffer',
    method: 'DELETE',
    path: '/tickets/:id/offer',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'Take an offer back',
    params: ticketParams,
    answer: changedOut,
    handle: async (context, { params }) => {
      await withdrawOffer(context, params.id);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'urgeTicket',
    method: 'POST',
    path: '/tickets/:id/urgings',
    admits: 'ticket.see',
    tag: 'Tickets',
    summary: 'Urge whoever has it',
    about: 'It is recorded and reaches whoever has it, the second time also whoever stands above.',
    params: ticketParams,
    body: inputs.urgeInput,
    example: { onBehalfOf: 'customer', words: 'It drips more than before.' },
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await urge(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'askRuling',
    method: 'POST',
    path: '/tickets/:id/rulings',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'Ask the leader in charge to decide',
    params: ticketParams,
    body: inputs.askRulingInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await askRuling(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'giveRuling',
    method: 'POST',
    path: '/tickets/:id/rulings/decide',
    admits: 'ticket.decide',
    tag: 'Tickets',
    summary: 'Decide what was asked',
    params: ticketParams,
    body: inputs.giveRulingInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await giveRuling(context, params.id, body);
      return changed(context, params.id);
    },
  }),
];
