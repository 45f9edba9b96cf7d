import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Organisation, Signals } from '../context.ts';
import { contextFor } from './context-for.ts';
import type { Edge } from './edge.ts';
import { cookiesOf } from './edge.ts';
import type { Identify } from './identify.ts';
import { organisationOf, refuseForeignPage } from './identify.ts';
import type { Route } from './route.ts';
import { givenTo } from './route.ts';
import type { ServerParts } from './server.ts';

/** Stands in for the organisation on routes that come before any; asking it anything is a fault. */
const noOrganisation = new Proxy({} as Organisation, {
  get(_, property) {
    throw new Error(`there is no organisation yet to ask for its ${String(property)}`);
  },
});

/** The first of each name. */
const headersOf =
  ({ headers }: FastifyRequest): Edge['header'] =>
  (name) =>
    [headers[name] ?? []].flat()[0];

/** Nobody is signed in before there is an organisation, nor at another system's server. */
async function callerAt(identify: Identify, route: Route, request: FastifyRequest, organisation: Organisation) {
  if (route.outside) return null;
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
): Promise<unknown> {
  const { identify, database } = parts;
  const organisation = route.before ? noOrganisation : await organisationOf(identify, request);
  const caller = await callerAt(identify, route, request, organisation);
  if (route.admits !== 'anyone')
    // asked before anything is done, and again in each transaction
    await database.read(organisation.schema, (tx) => contextFor(parts, organisation, caller, route, tx));
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
  reply.status(route.status ?? 200);
  const edge: Edge = {
    now: parts.clock.now(),
    organisation,
    caller,
    address: request.ip,
    origin: originOf(request),
    agent: request.headers['user-agent'] ?? '',
    header: headersOf(request),
    cookies: cookiesOf(request, reply),
    read,
    transact,
  };
  return atEdge(edge, givenTo(route, request));
}
