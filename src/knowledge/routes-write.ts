import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { confirmArticle } from './commands/confirm-article.ts';
import { retireArticle } from './commands/retire-article.ts';
import { addArticle, reviseArticle } from './commands/write-article.ts';
import * as inputs from './inputs.ts';
import { articleOfTicket } from './ticket-article.ts';
import { fromTicketOut, revisedOut, writtenOut } from './view-acts.ts';

const params = z.object({ id: id('article') });
/** A note of experience everybody may write, so the right is asked inside. */
const writing = { admits: 'signed-in', token: ['knowledge.write'], tag: 'Knowledge base' } as const;

export const writeRoutes: Route[] = [
  route({
    ...writing,
    name: 'addArticle',
    method: 'POST',
    path: '/articles',
    summary: 'Write an article; its owner owes the next look at it from today on',
    about:
      'knowledge.write for what stands in reach; besides it knowledge.publish for what customers read, what all must read, and house rules. Notes of experience everybody may write.',
    status: 201,
    body: inputs.addArticleInput,
    answer: writtenOut,
    handle: async (context, { body }) => ({ id: await addArticle(context, body) }),
  }),
  route({
    ...writing,
    name: 'reviseArticle',
    method: 'PUT',
    path: '/articles/:id',
    summary: 'Write it anew as a new version; what it said before stays',
    params,
    body: inputs.reviseArticleInput,
    answer: revisedOut,
    handle: async (context, given) => ({ version: await reviseArticle(context, given.params.id, given.body) }),
  }),
  route({
    ...writing,
    name: 'confirmArticle',
    method: 'POST',
    path: '/articles/:id/confirm',
    summary: 'Say that it was looked at and is right as it stands',
    params,
    body: inputs.seenInput,
    answer: done,
    handle: async (context, given) => {
      await confirmArticle(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    ...writing,
    name: 'retireArticle',
    method: 'POST',
    path: '/articles/:id/retire',
    summary: 'Retire it, or bring it back; nothing of it is lost',
    params,
    body: inputs.retireInput,
    answer: done,
    handle: async (context, given) => {
      await retireArticle(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    name: 'articleOfTicket',
    method: 'GET',
    path: '/tickets/:id/article',
    admits: 'ticket.see',
    tag: 'Knowledge base',
    summary: 'A solved matter as the beginning of an article, without names and numbers',
    params: z.object({ id: id('ticket') }),
    answer: fromTicketOut,
    handle: (context, given) => articleOfTicket(context, given.params.id),
  }),
];
