import fastifyStatic from '@fastify/static';
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { can, holds } from '../../organisation/can.ts';
import { Forbidden, Invalid } from '../../kernel/refusal.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Context, Organisation, Reaction, Signals } from '../context.ts';
import { noSignals } from '../context.ts';
import type { Database } from '../db.ts';
import { answerError } from './errors.ts';
import { guardHeaders } from './headers.ts';
import type { Answered } from './idempotency.ts';
import { fingerprintOf, once } from './idempotency.ts';
import type { Caller, Identify } from './identify.ts';
import { organisationFor, refuseForeignPage, splitPrefix } from './identify.ts';
import type { Given, Route } from './route.ts';

declare module 'fastify' {
  interface FastifyRequest {
    organisation: Organisation | null;
    slug: string | null;
  }
}

export type ServerParts = {
  database: Database;
  clock: Clock;
  identify: Identify;
  react: Reaction;
  /** Called once a write has committed. */
  announce(organisation: Organisation, signals: Signals): void;
  routes: Route[];
  log?: boolean;
  /** Built screens; absent where only the API is served. */
  web?: string;
};

const LARGEST_BODY = 1024 * 1024;

/** Why nobody is signed in is not told apart from whom: one answer for all. */
class NotSignedIn extends Error {
  readonly statusCode = 401;
}

function signedIn(caller: Caller | null): Caller {
  if (!caller) throw new NotSignedIn('Sign in first.');
  return caller;
}

async function contextFor(
  parts: ServerParts,
  organisation: Organisation,
  caller: Caller | null,
  route: Route,
  tx: Context['tx'],
): Promise<Context> {
  const base = { tx, now: parts.clock.now(), organisation, signals: noSignals(), react: parts.react, depth: 0 };
  if (route.admits === 'anyone' && !caller)
    return { ...base, actor: { personId: null, name: '', posts: [], only: [] } };
  const actor = await parts.identify.actorOf(tx, signedIn(caller).personId);
  if (!actor) throw new NotSignedIn('Sign in first.');
  const context = { ...base, actor: caller?.only ? { ...actor, only: caller.only } : actor };
  const { admits } = route;
  if (admits !== 'anyone' && admits !== 'signed-in' && !holds(context.actor, admits)) {
    const why = can(context.actor, admits, {});
    throw new Forbidden(why?.code ?? 'right.missing', why?.params);
  }
  return context;
}

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || key.length < 8 || key.length > 200)
    throw new Invalid('idempotency.key_malformed', { path: 'Idempotency-Key' });
  return key;
}

async function answer(
  parts: ServerParts,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const organisation = organisationFor(await parts.identify.organisations(), request.slug, request.headers.host ?? '');
  request.organisation = organisation;
  const caller = await parts.identify.callerOf(request, organisation);
  refuseForeignPage(request, caller);
  const given = { params: request.params, query: request.query, body: request.body } as Given<Route>;
  if (route.method === 'GET') {
    return parts.database.read(organisation.schema, async (tx) =>
      route.handle(await contextFor(parts, organisation, caller, route, tx), given),
    );
  }
  let signals: Signals | undefined;
  const answered = await parts.database.transact(organisation.schema, async (tx): Promise<Answered> => {
    const context = await contextFor(parts, organisation, caller, route, tx);
    signals = context.signals;
    const fingerprint = fingerprintOf(route.method, request.url, request.body);
    return once(context, keyOf(request), fingerprint, async () => ({
      status: route.status ?? 200,
      body: await route.handle(context, given),
    }));
  });
  if (signals) parts.announce(organisation, signals);
  reply.status(answered.status);
  return answered.body;
}

function register(server: FastifyInstance, parts: ServerParts, route: Route): void {
  server.route({
    method: route.method,
    url: `/api${route.path}`,
    schema: {
      operationId: route.name,
      summary: route.summary,
      tags: [route.tag],
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { querystring: route.query } : {}),
      ...(route.body ? { body: route.body } : {}),
      response: { [route.status ?? 200]: route.answer },
    },
    handler: (request, reply) => answer(parts, route, request, reply),
  });
}

/** The server: routes, headers, screens. Listening is left to the caller. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const prefixes = new WeakMap<object, string | null>();
  const server = Fastify({
    logger: parts.log ? { level: 'info', redact: ['req.headers', 'req.remoteAddress'] } : false,
    disableRequestLogging: true,
    bodyLimit: LARGEST_BODY,
    trustProxy: 'loopback',
    rewriteUrl: (raw) => {
      const { slug, url } = splitPrefix(raw.url ?? '/');
      prefixes.set(raw, slug);
      return url;
    },
  });
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.setErrorHandler(answerError);
  server.decorateRequest('organisation', null);
  server.decorateRequest('slug', null);
  server.addHook('onRequest', async (request) => {
    request.slug = prefixes.get(request.raw) ?? null;
  });
  await guardHeaders(server);
  await server.register(cookie);
  for (const route of parts.routes) register(server, parts, route);
  if (parts.web) await server.register(fastifyStatic, { root: parts.web, wildcard: false });
  server.setNotFoundHandler((request, reply) => {
    const asksForScreen = parts.web && request.method === 'GET' && !request.url.startsWith('/api');
    if (asksForScreen) return reply.sendFile('index.html');
    return reply.status(404).send({ code: 'route.unknown', message: 'There is nothing at this address.', params: {} });
  });
  return server;
}
