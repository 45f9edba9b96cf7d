import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { changed, changedOut, ticketParams } from '../ticket/answer.ts';
import { allowToSee, ticketById } from '../ticket/facts.ts';
import { kindOf } from '../pack/kinds.ts';
import { passComplimentOn } from './commands/pass-on.ts';
import * as inputs from './inputs.ts';
import { countCompliments, listCompliments, myCompliments } from './list.ts';
import { complimentCountsOut, complimentOut, complimentsOut } from './view.ts';

const tag = 'Compliments';

/** What customers praise, beside what they complain of (RECP-16). */
export const complimentRoutes: Route[] = [
  route({
    name: 'listCompliments',
    method: 'GET',
    path: '/compliments',
    admits: 'report.see',
    tag,
    summary: 'Compliments passed on, the newest first',
    query: inputs.complimentsQuery,
    answer: complimentsOut,
    handle: (context, { query }) => listCompliments(context, query),
  }),
  route({
    name: 'myCompliments',
    method: 'GET',
    path: '/compliments/mine',
    admits: 'signed-in',
    token: ['ticket.see'],
    tag,
    summary: 'What was said of the caller himself',
    query: inputs.myComplimentsQuery,
    answer: complimentsOut,
    handle: (context, { query }) => myCompliments(context, query),
  }),
  route({
    name: 'countCompliments',
    method: 'GET',
    path: '/compliments/counts',
    admits: 'report.see',
    tag,
    summary: 'Compliments per person and department',
    query: inputs.complimentCountsQuery,
    answer: complimentCountsOut,
    handle: (context, { query }) => countCompliments(context, query),
  }),
  route({
    name: 'readCompliment',
    method: 'GET',
    path: '/tickets/:id/compliment',
    admits: 'ticket.see',
    tag,
    summary: 'The answer that is offered for a compliment',
    params: ticketParams,
    answer: complimentOut,
    handle: async (context, { params }) => {
      const ticket = await ticketById(context.tx, params.id);
      await allowToSee(context, ticket);
      const kind = await kindOf(context, ticket.kind, ticket.kind_version);
      return { offered: kind.offeredAnswer ?? null };
    },
  }),
  route({
    name: 'passComplimentOn',
    method: 'POST',
    path: '/tickets/:id/compliment',
    admits: 'ticket.handle',
    tag,
    summary: 'Pass a compliment to those it is about, answer it, and close it',
    params: ticketParams,
    body: inputs.passOnInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await passComplimentOn(context, params.id, body);
      return changed(context, params.id);
    },
  }),
];
