import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Organisation, Signals } from '../context.ts';
import { contextFor } from './context-for.ts';
import type { Edge } from './edge.ts';
import { cookiesOf } from './edge.ts';
import type { Caller, Identify } from './identify.ts';
import { headerOf, organisationOf, pageElsewhere, refuseForeignPage } from './identify.ts';
import type { Given, Route } from './route.ts';
import type { ServerParts } from './server.ts';

/** Stands in for the organisation on routes that come before any; asking it anything is a fault. */
const noOrganisation = new Proxy({} as Organisation, {
  get(_, property) {
    throw new Error(`there is no organisation yet to ask for its ${String(property)}`);
  },
});

/** Nobody is signed in before there is an organisation, nor at another system's server, nor as a visitor of a page elsewhere. */
async function callerAt(identify: Identify, route: Route, request: FastifyRequest, organisation: Organisation) {
  if (route.outside || route.elsewhere) return null;
  const caller = route.before ? null : await identify.callerOf(request, organisation);
  refuseForeignPage(request, caller);
  return caller;
}

function originOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.headers.host ?? ''}${request.slug === null ? '' : `/o/${request.slug}`}`;
}

/** Answers a route at the edge: who asks is found as for any other, transactions are left to the route. */
export async function answerAtEdge(
  parts: ServerParts,
  route: Route,
  atEdge: NonNullable<Route['atEdge']>,
  request: FastifyRequest,
  reply: FastifyReply,
  given: Given<Route>,
): Promise<unknown> {
  const { identify, database } = parts;
  const organisation = route.before ? noOrganisation : await organisationOf(identify, request);
  const caller = await callerAt(identify, route, request, organisation);
  if (route.admits !== 'anyone')
    // asked before anything is done, and again in each transaction
    await database.read(organisation.schema, (tx) => contextFor(parts, organisation, caller, route, tx));
  const edge = edgeFor(parts, route, { organisation, caller }, request, reply);
  reply.status(route.status ?? 200);
  return atEdge(edge, given);
}

type Asking = { organisation: Organisation; caller: Caller | null };

function edgeFor(
  parts: ServerParts,
  route: Route,
  { organisation, caller }: Asking,
  request: FastifyRequest,
  reply: FastifyReply,
): Edge {
  const { database } = parts;
  const transact: Edge['transact'] = async (work) => {
    let signals: Signals | undefined;
    const result = await database.transact(organisation.schema, async (tx) => {
      const context = await contextFor(parts, organisation, caller, route, tx);
      signals = context.signals;
      return work(context);
    });
    if (signals) parts.announce(organisation, signals);
    return result;
  };
  const read: Edge['read'] = (work) =>
    database.read(organisation.schema, async (tx) => work(await contextFor(parts, organisation, caller, route, tx)));
  return {
    now: parts.clock.now(),
    organisation,
    caller,
    address: request.ip,
    origin: originOf(request),
    agent: request.headers['user-agent'] ?? '',
    cookies: cookiesOf(request, reply),
    elsewhere: pageElsewhere(request),
    header: (name) => headerOf(request, name),
    read,
    transact,
  };
}
