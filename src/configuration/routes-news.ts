import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, line, OK } from '../platform/http/shapes.ts';
import { declineNews, takeNews } from './commands/take-news.ts';
import { newsOut, readNews } from './news.ts';

const tag = 'Configuration';
const params = z.object({
  part: z.string().max(40).describe('The part it belongs to: kinds, posts, ...'),
  key: z.string().max(60).describe('Its stable name there'),
});
const body = z.strictObject({ why: line.describe('Why; kept with the version, or with the refusal') });

/** What a newer pack brings: nothing of it comes by itself. */
export const newsRoutes: Route[] = [
  route({
    name: 'readPackNews',
    method: 'GET',
    path: '/pack-news',
    admits: 'limit.edit',
    tag,
    summary: 'What the pack has and this house has not: kinds, posts, plans, services, requests on keys',
    answer: newsOut,
    handle: (context) => readNews(context),
  }),
  route({
    name: 'takePackNews',
    method: 'POST',
    path: '/pack-news/:part/:key/take',
    admits: 'limit.edit',
    tag,
    summary: 'Take one of them, with the reason: version 1 of it here, changed and given up like anything else',
    params,
    body,
    answer: done,
    handle: async (context, given) => {
      await takeNews(context, given.params, given.body.why);
      return OK;
    },
  }),
  route({
    name: 'declinePackNews',
    method: 'POST',
    path: '/pack-news/:part/:key/decline',
    admits: 'limit.edit',
    tag,
    summary: 'Say no to one of them, with the reason; it may be taken all the same later',
    params,
    body,
    answer: done,
    handle: async (context, given) => {
      await declineNews(context, given.params, given.body.why);
      return OK;
    },
  }),
];
