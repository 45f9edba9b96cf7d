import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import * as inputs from './inputs.ts';
import { changed, changedOut, ticketParams } from './answer.ts';
import { askAgain } from './commands/ask-again.ts';
import { approve } from './commands/approve.ts';
import { changeTicket } from './commands/change-ticket.ts';
import { reclassifyTicket } from './commands/reclassify-ticket.ts';
import { goOn, moveStage, waitFor } from './commands/move-stage.ts';
import { resolveTicket } from './commands/resolve-ticket.ts';
import { tellCustomer } from './commands/tell-customer.ts';

/** The course of a matter: changing, waiting, settling, ending. */
export const courseRoutes: Route[] = [
  route({
    name: 'changeTicket',
    method: 'PATCH',
    path: '/tickets/:id',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'Change what is known about a ticket',
    params: ticketParams,
    body: inputs.changeTicketInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await changeTicket(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'reclassifyTicket',
    method: 'POST',
    path: '/tickets/:id/reclassify',
    admits: 'ticket.reclassify',
    tag: 'Tickets',
    summary: 'Make it another kind; fields and clocks go along',
    params: ticketParams,
    body: inputs.reclassifyInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await reclassifyTicket(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'moveStage',
    method: 'POST',
    path: '/tickets/:id/stage',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'Move between open stages',
    params: ticketParams,
    body: inputs.moveStageInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await moveStage(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'decideApproval',
    method: 'POST',
    path: '/tickets/:id/approvals',
    admits: 'ticket.see',
    tag: 'Tickets',
    summary: 'Approve or refuse what a stage waits for',
    about: 'Only who holds the role or post that the kind names for it; the next approval is owed from then on.',
    params: ticketParams,
    body: inputs.approveInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await approve(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'askForApproval',
    method: 'POST',
    path: '/tickets/:id/approvals/ask',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'Ask again for what was refused, after what was missing came in',
    params: ticketParams,
    body: inputs.askAgainInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await askAgain(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'waitForSomething',
    method: 'POST',
    path: '/tickets/:id/wait',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'Wait for a declared reason; clocks that may stand still do',
    params: ticketParams,
    body: inputs.waitInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await waitFor(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'goOn',
    method: 'POST',
    path: '/tickets/:id/go-on',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'What was waited for has come',
    params: ticketParams,
    body: inputs.versionInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await goOn(context, params.id, 'by_hand', body.version);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'resolveTicket',
    method: 'POST',
    path: '/tickets/:id/resolve',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'The matter is settled',
    about:
      'Return visits begin, and what its kind asks for before resolving is refused where it is missing, each under a code of its own.',
    params: ticketParams,
    body: inputs.resolveInput,
    example: { version: 7, outcome: 'Seal of the waste pipe replaced, dry after a trial run' },
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await resolveTicket(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'tellCustomer',
    method: 'POST',
    path: '/tickets/:id/tell',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'The customer was told the result',
    about: 'Satisfaction of 1 or 2 opens the matter again.',
    params: ticketParams,
    body: inputs.tellInput,
    example: { channel: 'phone', text: 'The seal is new; we look again in three days.', satisfaction: 5 },
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await tellCustomer(context, params.id, body);
      return changed(context, params.id);
    },
  }),
];
