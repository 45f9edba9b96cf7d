import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { isWhole } from '../platform/http/looks.ts';
import { id, pageQuery } from '../platform/http/shapes.ts';
import { changed, changedOut, ticketParams } from './answer.ts';
import { answerIncident } from './commands/answer-incident.ts';
import { openTicket } from './commands/open-ticket.ts';
import { acknowledgeUrging } from './commands/urge.ts';
import { openTicketInput } from './inputs.ts';
import { answerIncidentInput } from './inputs-words.ts';
import { listTickets } from './list.ts';
import { ticketsOut, ticketsQuery } from './list-shapes.ts';
import { ticketPage } from './page.ts';
import { proposeOwners, proposedOut } from './propose-owner.ts';
import { courseRoutes } from './routes-course.ts';
import { declinedRoutes } from './routes-declined.ts';
import { endRoutes } from './routes-end.ts';
import { formRoutes } from './routes-forms.ts';
import { ownerRoutes } from './routes-owner.ts';
import { sightRoutes } from './routes-sight.ts';
import { wordRoutes } from './routes-words.ts';
import { ticketTimeline } from './timeline.ts';
import { timelineOut } from './timeline-shapes.ts';
import { ticketOut } from './view.ts';
import { numberOut } from './shapes.ts';

export const ticketRoutes: Route[] = [
  route({
    name: 'listTickets',
    method: 'GET',
    path: '/tickets',
    admits: 'ticket.see',
    tag: 'Tickets',
    summary: 'Tickets in my scope, worst clock first',
    query: ticketsQuery,
    answer: ticketsOut,
    handle: (context, { query }) => listTickets(context, query),
  }),
  route({
    name: 'openTicket',
    method: 'POST',
    path: '/tickets',
    admits: 'ticket.open',
    tag: 'Tickets',
    summary: 'Open a ticket',
    about:
      'Whoever opens it is accountable for it until somebody accepts it. A call or visit is better sent to `POST /api/intake`, which records the touch too.',
    status: 201,
    body: openTicketInput,
    example: { kind: 'consultation', title: 'Opening hours of the pool', channel: 'phone', callerName: 'Mr Li' },
    answer: changedOut.extend({ number: numberOut }),
    handle: async (context, { body }) => {
      const ticket = await openTicket(context, body);
      return { ...(await changed(context, ticket.id)), number: ticket.number };
    },
  }),
  route({
    name: 'readTicket',
    method: 'GET',
    keepsPlans: true,
    path: '/tickets/:id',
    admits: 'signed-in',
    token: ['ticket.see'],
    tag: 'Tickets',
    summary: 'One ticket, with what may be done with it',
    params: ticketParams,
    answer: ticketOut,
    looks: ({ customer }) =>
      customer ? [{ customerId: customer.id, way: 'ticket', whole: isWhole(customer.phones) }] : [],
    handle: (context, { params }) => ticketPage(context, params.id),
  }),
  route({
    name: 'readTimeline',
    method: 'GET',
    keepsPlans: true,
    path: '/tickets/:id/timeline',
    admits: 'ticket.see',
    tag: 'Tickets',
    summary: 'The facts of a ticket, newest first',
    params: ticketParams,
    query: z.strictObject(pageQuery),
    answer: timelineOut,
    handle: (context, { params, query }) => ticketTimeline(context, params.id, query),
  }),
  route({
    name: 'proposeOwners',
    method: 'GET',
    path: '/tickets/:id/owners',
    admits: 'ticket.see',
    tag: 'Tickets',
    summary: 'Who could take it: capable and on duty, least loaded first',
    params: ticketParams,
    answer: proposedOut,
    handle: (context, { params }) => proposeOwners(context, params.id),
  }),
  route({
    name: 'answerIncident',
    method: 'POST',
    path: '/tickets/:id/incident/answer',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'One answer to all who reported this incident',
    params: ticketParams,
    body: answerIncidentInput,
    answer: changedOut.extend({ reports: z.number().describe('How many reports of it were answered by this') }),
    handle: async (context, { params, body }) => {
      const reports = await answerIncident(context, params.id, body);
      return { ...(await changed(context, params.id)), reports };
    },
  }),
  route({
    name: 'acknowledgeUrging',
    method: 'POST',
    path: '/tickets/:id/urgings/:urgingId/acknowledge',
    admits: 'signed-in',
    token: ['ticket.handle'],
    tag: 'Tickets',
    summary: 'I have heard the urging',
    params: ticketParams.extend({ urgingId: id('urging') }),
    answer: changedOut,
    handle: async (context, { params }) => {
      await acknowledgeUrging(context, params.id, params.urgingId);
      return changed(context, params.id);
    },
  }),
  ...courseRoutes,
  ...ownerRoutes,
  ...formRoutes,
  ...sightRoutes,
  ...wordRoutes,
  ...endRoutes,
  ...declinedRoutes,
];
