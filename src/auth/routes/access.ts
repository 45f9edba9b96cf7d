import { z } from 'zod';
import type { Route } from '../../platform/http/route.ts';
import { route } from '../../platform/http/route.ts';
import { done, id, OK } from '../../platform/http/shapes.ts';
import { accessQuery, sessionsOfAll, sessionsOut, tokensOfAll, tokensOut } from '../access-view.ts';
import { endAllOf, endSessionOf, endTokenOf } from '../commands/end-others-access.ts';

const tag = 'Security';

/** Who is signed in and which programs have tokens, of everybody: looked at, and ended. */
export const accessRoutes: Route[] = [
  route({
    name: 'everySession',
    method: 'GET',
    path: '/sessions',
    admits: 'people.edit',
    tag,
    summary: 'Who is signed in, the latest used first',
    query: accessQuery,
    answer: sessionsOut,
    handle: (context, { query }) => sessionsOfAll(context, query),
  }),
  route({
    name: 'endSessionOf',
    method: 'DELETE',
    path: '/sessions/:id',
    admits: 'people.edit',
    tag,
    summary: 'Sign somebody out on one device',
    params: z.object({ id: id('session') }),
    answer: done,
    async handle(context, { params }) {
      await endSessionOf(context, params.id);
      return OK;
    },
  }),
  route({
    name: 'endAccessOf',
    method: 'POST',
    path: '/people/:id/sign-out',
    admits: 'people.edit',
    tag: 'People',
    summary: 'Sign somebody out everywhere; tokens end only if asked',
    params: z.object({ id: id('person') }),
    body: z.strictObject({ endTokens: z.boolean().default(false).describe('Personal tokens end as well') }),
    answer: done,
    async handle(context, { params, body }) {
      await endAllOf(context, params.id, body.endTokens);
      return OK;
    },
  }),
  route({
    name: 'everyToken',
    method: 'GET',
    path: '/tokens',
    admits: 'people.edit',
    tag,
    summary: 'Personal tokens of everybody, the newest first; never what they are',
    query: accessQuery,
    answer: tokensOut,
    handle: (context, { query }) => tokensOfAll(context, query),
  }),
  route({
    name: 'endTokenOf',
    method: 'DELETE',
    path: '/tokens/:id',
    admits: 'people.edit',
    tag,
    summary: "End somebody's personal token",
    params: z.object({ id: id('token') }),
    answer: done,
    async handle(context, { params }) {
      await endTokenOf(context, params.id);
      return OK;
    },
  }),
];
