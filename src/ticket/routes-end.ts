import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { id } from '../platform/http/shapes.ts';
import * as inputs from './inputs.ts';
import { changed, changedOut, ticketParams } from './answer.ts';
import { cancelTicket, closeTicket } from './commands/close-ticket.ts';
import { reopenTicket } from './commands/reopen-ticket.ts';
import { joinIncident, linkTickets, unlinkTickets } from './commands/link-tickets.ts';

/** Ending a matter, opening it again, and what hangs together. */
export const endRoutes: Route[] = [
  route({
    name: 'closeTicket',
    method: 'POST',
    path: '/tickets/:id/close',
    admits: 'ticket.close',
    tag: 'Tickets',
    summary: 'Close it; refused while anything is missing',
    params: ticketParams,
    body: inputs.closeInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await closeTicket(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'cancelTicket',
    method: 'POST',
    path: '/tickets/:id/cancel',
    admits: 'ticket.close',
    tag: 'Tickets',
    summary: 'End it unsettled: declined, withdrawn, duplicate',
    params: ticketParams,
    body: inputs.cancelInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await cancelTicket(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'reopenTicket',
    method: 'POST',
    path: '/tickets/:id/reopen',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'Open it again',
    params: ticketParams,
    body: inputs.reasonInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await reopenTicket(context, params.id, { ...body, because: 'by_hand' });
      return changed(context, params.id);
    },
  }),
  route({
    name: 'linkTickets',
    method: 'POST',
    path: '/tickets/:id/links',
    admits: 'ticket.see',
    tag: 'Tickets',
    summary: 'Link it with another',
    params: ticketParams,
    body: inputs.linkInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await linkTickets(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'unlinkTickets',
    method: 'DELETE',
    path: '/tickets/:id/links/:toId',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'Take a link with another away, whichever side made it',
    params: ticketParams.extend({ toId: id('ticket') }),
    answer: changedOut,
    handle: async (context, { params }) => {
      await unlinkTickets(context, params.id, params.toId);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'joinIncident',
    method: 'PUT',
    path: '/tickets/:id/incident',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'Make it a report of a big incident, or take it out',
    params: ticketParams,
    body: inputs.incidentInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await joinIncident(context, params.id, body);
      return changed(context, params.id);
    },
  }),
];
