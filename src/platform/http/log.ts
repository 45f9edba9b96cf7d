import type { FastifyInstance } from 'fastify';
import type { ServerParts } from './server.ts';

/**
 * One line a request: which route, how it ended, how long it took, of which organisation. Never its address with
 * parameters, its headers, its body or who asked: names and telephone numbers stand in all of them.
 */
export function logRequests(server: FastifyInstance, observe: ServerParts['observe']): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const status = reply.statusCode;
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    observe?.({ method: request.method, route, status, seconds: reply.elapsedTime / 1000 });
    const organisation = request.organisation?.slug ?? null;
    request.log.info({ method: request.method, route, status, ms, organisation }, 'request');
  });
}
