import { z } from 'zod';
import { choosePreferences } from '../../organisation/commands/choose-preferences.ts';
import { preferencesInput, preferencesOut } from '../../organisation/preferences.ts';
import { edgeRoute } from '../../platform/http/edge-route.ts';
import type { Route } from '../../platform/http/route.ts';
import { route } from '../../platform/http/route.ts';
import { allOf, done, id, OK } from '../../platform/http/shapes.ts';
import { endSession } from '../commands/end-session.ts';
import { endToken } from '../commands/end-token.ts';
import { makeToken } from '../commands/make-token.ts';
import { myTokensOut, newToken, sessionOut, tokenMade } from '../inputs.ts';
import { sessionsOf, tokensOf } from '../queries.ts';

const sessionRoutes = [
  edgeRoute({
    name: 'mySessions',
    method: 'GET',
    path: '/me/sessions',
    admits: 'signed-in',
    tag: 'Me',
    summary: 'Where you are signed in',
    answer: allOf(sessionOut),
    atEdge: async (edge) => ({
      items: await edge.transact((context) => sessionsOf(context, edge.caller?.sessionId)),
    }),
  }),
  route({
    name: 'endMySession',
    method: 'DELETE',
    path: '/me/sessions/:id',
    admits: 'signed-in',
    tag: 'Me',
    summary: 'Sign out there',
    params: z.object({ id: id('session') }),
    answer: done,
    async handle(context, { params }) {
      await endSession(context, params.id);
      return OK;
    },
  }),
];

const tokenRoutes = [
  /** At the edge, so that the answer with the token is not kept for a repeated request. */
  edgeRoute({
    name: 'makeMyToken',
    method: 'POST',
    path: '/me/tokens',
    admits: 'signed-in',
    tag: 'Me',
    summary: 'Make a personal token for a program of yours; shown once',
    about: "Only with one's own session: no token makes another.",
    body: newToken,
    example: { name: 'Night report', rights: ['ticket.see', 'report.see'], expiresAt: '2027-01-31T00:00:00Z' },
    answer: tokenMade,
    status: 201,
    atEdge: (edge, { body }) =>
      edge.transact(async (context) => ({
        ...(await makeToken(context, body)),
        name: body.name,
        madeAt: context.now,
        lastUsedAt: null,
      })),
  }),
  route({
    name: 'myTokens',
    method: 'GET',
    path: '/me/tokens',
    admits: 'signed-in',
    tag: 'Me',
    summary: 'Your personal tokens',
    answer: myTokensOut,
    handle: tokensOf,
  }),
  route({
    name: 'endMyToken',
    method: 'DELETE',
    path: '/me/tokens/:id',
    admits: 'signed-in',
    tag: 'Me',
    summary: 'End a personal token',
    params: z.object({ id: id('token') }),
    answer: done,
    async handle(context, { params }) {
      await endToken(context, params.id);
      return OK;
    },
  }),
];

const choose = route({
  name: 'choosePreferences',
  method: 'PUT',
  path: '/me/preferences',
  admits: 'signed-in',
  tag: 'Me',
  summary: 'Your language, colours, density and columns',
  body: preferencesInput,
  answer: preferencesOut,
  handle: (context, { body }) => choosePreferences(context, body),
});

/** A person's own sessions, tokens and preferences. */
export const ownRoutes: Route[] = [...sessionRoutes, ...tokenRoutes, choose];
