import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Fastify, { LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Clock } from '../../kernel/time.ts';
import type { Organisation, Reaction, Signals } from '../context.ts';
import type { Database } from '../db.ts';
import { answerAtEdge } from './answer-at-edge.ts';
import { contextFor } from './context-for.ts';
import { answerError } from './errors.ts';
import { guardHeaders } from './headers.ts';
import type { Answered } from './idempotency.ts';
import { fingerprintOf, keyOf, once } from './idempotency.ts';
import type { Identify } from './identify.ts';
import { organisationOf, refuseForeignPage, splitPrefix } from './identify.ts';
import { answerLeaving } from './leaves.ts';
import { logRequests } from './log.ts';
import type { Looked } from './looks.ts';
import { noteLooks } from './looks.ts';
import type { Download, HouseRoute, Route } from './route.ts';
import { givenTo } from './route.ts';
import { serveScreens } from './screens.ts';
import { sendFile } from './send-file.ts';
import { answerNoRequest, answerUnreadable } from './unreadable.ts';

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
  /** What is not an organisation's: health, the API's description, the live socket. */
  house?: HouseRoute[];
  /** Told whose data an answer showed to whom; nobody keeps it where undefined. */
  looked?: (looked: Looked) => void;
  /** Told of every answered request, for figures; never who asked or for what. */
  observe?: (answered: { method: string; route: string; status: number; seconds: number }) => void;
  /** Which lines are logged, as JSON, and where to: the standard output unless said. None where undefined. */
  log: { level: 'info' | 'warn' | 'error'; stream?: Writable } | undefined;
  /** Whose word is taken for where a request comes from and how; the machine's own where undefined. */
  trustedProxies?: string | undefined;
  /** Built screens; absent where only the API is served. */
  web: string | undefined;
};

const LARGEST_BODY = 1024 * 1024;

async function answer(
  parts: ServerParts,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const organisation = await organisationOf(parts.identify, request);
  request.organisation = organisation;
  const caller = await parts.identify.callerOf(request, organisation);
  refuseForeignPage(request, caller);
  const given = givenTo(route, request);
  if (route.leaves) return answerLeaving(parts, { ...route, leaves: route.leaves }, { organisation, caller, given });
  if (route.method === 'GET') {
    const shown = await parts.database.read(
      organisation.schema,
      async (tx) => route.handle(await contextFor(parts, organisation, caller, route, tx), given),
      route.keepsPlans,
    );
    noteLooks(parts, route, { organisation, caller, shown });
    return shown;
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
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { querystring: route.query } : {}),
      ...(route.body ? { body: route.body } : {}),
      ...(route.sends ? {} : { response: { [route.status ?? 200]: route.answer } }),
    },
    ...(route.accepts ? { bodyLimit: route.accepts.bytes } : {}),
    handler: async (request, reply) => {
      const body = route.atEdge
        ? await answerAtEdge(parts, route, route.atEdge, request, reply)
        : await answer(parts, route, request, reply);
      return route.sends ? sendFile(reply, body as Download) : body;
    },
  });
}

/** Clients that call every body JSON call none at all so, too: then there is none. A route that needs one says so itself. */
function takeNothingForNothing(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else parse(request, body as string, done);
  });
}

/** Routes whose body is a file take any type, for what the sender calls it is not believed anyway. */
async function registerUploads(server: FastifyInstance, parts: ServerParts): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    for (const route of parts.routes) if (route.accepts) register(scope, parts, route);
  });
}

/** The server: routes, headers, screens. Listening is left to the caller. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const prefixes = new WeakMap<object, string | null>();
  const server = Fastify({
    logger: parts.log ?? false,
    // its lines hold addresses with their parameters; ours do not
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: LARGEST_BODY,
    trustProxy: parts.trustedProxies ?? 'loopback',
    // addresses that cannot be read never reach a route
    frameworkErrors: answerUnreadable,
    clientErrorHandler: answerNoRequest,
    // a stop waits for what is under way, not for a browser that keeps its line open
    forceCloseConnections: 'idle',
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
  logRequests(server, parts.observe);
  await guardHeaders(server);
  await server.register(cookie);
  takeNothingForNothing(server);
  for (const route of parts.routes) if (!route.accepts) register(server, parts, route);
  await registerUploads(server, parts);
  for (const route of parts.house ?? []) server.get(`/api${route.path}`, route.handle);
  await serveScreens(server, parts.web);
  return server;
}
