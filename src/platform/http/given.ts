import type { FastifyRequest } from 'fastify';
import type { Given, Route } from './route.ts';

/** What a route is given, a body that is a file beside the others. */
export function givenTo(route: Route, request: FastifyRequest): Given<Route> {
  const { params, query, body } = request;
  if (!route.accepts) return { params, query, body } as Given<Route>;
  return { params, query, body: undefined, file: body ?? Buffer.alloc(0) } as Given<Route>;
}
