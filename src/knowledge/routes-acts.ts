import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { decideAmendment, proposeAmendment } from './commands/amend.ts';
import { confirmReading } from './commands/confirm-reading.ts';
import { citeArticle, giveArticleFeedback, useArticle } from './commands/use-article.ts';
import * as inputs from './inputs.ts';
import { amendedOut, citedOut } from './view-acts.ts';

const params = z.object({ id: id('article') });
/** Whoever may read it may say what became of it. */
const acting = { method: 'POST', admits: 'signed-in', token: ['search'], tag: 'Knowledge base', params } as const;

export const knowledgeActs: Route[] = [
  route({
    ...acting,
    name: 'useArticle',
    path: '/articles/:id/use',
    summary: 'Say that it served, on a matter or without one',
    body: inputs.usedInput,
    answer: done,
    handle: async (context, given) => {
      await useArticle(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    ...acting,
    name: 'citeArticle',
    path: '/articles/:id/cite',
    summary: 'The words with which an answer cites it: its name, source, date of force; and where customers read it',
    body: inputs.citeInput,
    answer: citedOut,
    handle: (context, given) => citeArticle(context, given.params.id, given.body),
  }),
  route({
    ...acting,
    name: 'giveArticleFeedback',
    path: '/articles/:id/feedback',
    summary: 'Say whether it helped; that it did not, and why, reaches its owner',
    body: inputs.feedbackInput,
    answer: done,
    handle: async (context, given) => {
      await giveArticleFeedback(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    ...acting,
    name: 'confirmReading',
    path: '/articles/:id/read',
    summary: 'Confirm that one read it, in the version in force',
    body: inputs.seenInput,
    answer: done,
    handle: async (context, given) => {
      await confirmReading(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    ...acting,
    name: 'proposeAmendment',
    path: '/articles/:id/amendments',
    summary: 'Propose to amend the house rules; whoever owns them owes a decision',
    status: 201,
    body: inputs.amendInput,
    answer: amendedOut,
    handle: async (context, given) => ({ id: await proposeAmendment(context, given.params.id, given.body) }),
  }),
  route({
    name: 'decideAmendment',
    method: 'POST',
    path: '/articles/amendments/:id/decide',
    admits: 'knowledge.write',
    tag: 'Knowledge base',
    summary: 'Decide, with the reason, what becomes of a proposal; who made it hears',
    params: z.object({ id: id('article_amendment') }),
    body: inputs.decideInput,
    answer: done,
    handle: async (context, given) => {
      await decideAmendment(context, given.params.id, given.body);
      return OK;
    },
  }),
];
