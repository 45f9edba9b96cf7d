import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { keepPromiseInput, promiseInput } from './inputs.ts';
import { answerInput, apologyInput, explainInput, internalNoteInput, noteInput } from './inputs-words.ts';
import { changed, changedOut, ticketParams } from './answer.ts';
import { answerCustomer, apologise, explain, recordInvestigation, recordSituation } from './commands/add-note.ts';
import { addNote } from './commands/note-inside.ts';
import { keepPromise, promiseReply } from './commands/promise-reply.ts';

/** What is said: notes, answers, apologies, explanations, promises. */
export const wordRoutes: Route[] = [
  route({
    name: 'addNote',
    method: 'POST',
    path: '/tickets/:id/notes',
    admits: 'ticket.see',
    tag: 'Tickets',
    summary: 'An internal note; the customer never sees it',
    params: ticketParams,
    body: internalNoteInput,
    example: { text: 'The valve is on its way from the store.' },
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await addNote(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'answerCustomer',
    method: 'POST',
    path: '/tickets/:id/answers',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'An answer given to the customer',
    about: 'Keeps the promise of an answer, unless it only sends the customer elsewhere.',
    params: ticketParams,
    body: answerInput,
    example: { text: 'The plumber comes at half past three.', channel: 'phone' },
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await answerCustomer(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'apologise',
    method: 'POST',
    path: '/tickets/:id/apologies',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'The apology that was made',
    params: ticketParams,
    body: apologyInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await apologise(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'explain',
    method: 'POST',
    path: '/tickets/:id/explanations',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'Who explained what, by which rule, and whether it was accepted',
    params: ticketParams,
    body: explainInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await explain(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'recordSituation',
    method: 'POST',
    path: '/tickets/:id/situations',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'The written record of a special situation',
    params: ticketParams,
    body: noteInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await recordSituation(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'recordInvestigation',
    method: 'POST',
    path: '/tickets/:id/investigations',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'What the investigation found',
    params: ticketParams,
    body: noteInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await recordInvestigation(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'promiseReply',
    method: 'POST',
    path: '/tickets/:id/promises',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'Promise a later reply',
    about: 'A commitment like any other: its owner is warned before it is due.',
    params: ticketParams,
    body: promiseInput,
    example: { dueAt: '2026-11-21T16:00:00+08:00', words: 'Whether the ceiling has to be opened' },
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await promiseReply(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'keepPromise',
    method: 'POST',
    path: '/tickets/:id/promises/kept',
    admits: 'ticket.handle',
    tag: 'Tickets',
    summary: 'The promised reply was given',
    params: ticketParams,
    body: keepPromiseInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await keepPromise(context, params.id, body);
      return changed(context, params.id);
    },
  }),
];
