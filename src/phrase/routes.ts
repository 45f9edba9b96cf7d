import { z } from 'zod';
import { changePhrasesInput } from '../pack/inputs.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { versionOut } from '../platform/http/shapes.ts';
import { changePhrases } from './commands/change-phrases.ts';
import { lookThroughInput, phrasesQuery } from './inputs.ts';
import { lookThrough, offeredPhrases, readPhrases } from './queries.ts';
import { flagsOut, offeredOut, phrasesOut } from './view.ts';

const tag = 'Phrases';

/** What is said again and again: offered while an answer is written, worded by those who run the house. */
export const phraseRoutes: Route[] = [
  route({
    name: 'offerPhrases',
    method: 'GET',
    path: '/phrases/offered',
    admits: 'signed-in',
    token: ['ticket.see', 'conversation.see'],
    tag,
    summary: 'What may be said now, what fits where the matter stands first',
    query: phrasesQuery,
    answer: offeredOut,
    handle: (context, { query }) => offeredPhrases(context, query),
  }),
  route({
    name: 'lookThrough',
    method: 'POST',
    path: '/phrases/look-through',
    admits: 'signed-in',
    token: ['ticket.see', 'conversation.see'],
    tag,
    summary: 'Which words that are never said, or exaggerate, a text holds; writes nothing',
    body: lookThroughInput,
    answer: flagsOut,
    handle: (context, { body }) => lookThrough(context, body.text),
  }),
  route({
    name: 'readPhrases',
    method: 'GET',
    path: '/phrases',
    admits: 'limit.edit',
    tag,
    summary: 'All phrases of the house, those not offered too',
    answer: phrasesOut,
    handle: readPhrases,
  }),
  route({
    name: 'changePhrases',
    method: 'PUT',
    path: '/phrases',
    admits: 'limit.edit',
    tag,
    summary: 'Word phrases otherwise, add some, switch some off, with the reason',
    body: changePhrasesInput,
    answer: z.object({ version: versionOut }),
    handle: async (context, { body }) => ({ version: await changePhrases(context, body) }),
  }),
];
