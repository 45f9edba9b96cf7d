import type { FastifyInstance } from 'fastify';
import { actorOf } from '../src/organisation/queries.ts';
import type { Looked } from '../src/platform/http/looks.ts';
import type { Route } from '../src/platform/http/route.ts';
import { createServer } from '../src/platform/http/server.ts';
import { react } from '../src/reactions/reactions.ts';
import { contactRoutes } from '../src/contact/routes.ts';
import { customerRoutes } from '../src/customer/routes.ts';
import { placeRoutes } from '../src/place/routes.ts';
import { searchRoutes } from '../src/search/routes.ts';
import type { World } from './world.ts';
import type { PersonKey } from './world-seed.ts';

export type Answer<Body = Record<string, any>> = { status: number; body: Body };

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Routes over a test world, the front desk's unless said, asked by somebody who is signed in already. */
export type Desk = {
  get<Body = Record<string, any>>(who: PersonKey, path: string): Promise<Answer<Body>>;
  send<Body = Record<string, any>>(who: PersonKey, method: Method, path: string, body?: object): Promise<Answer<Body>>;
  /** An answer that is no JSON: a file, a table. */
  take(
    who: PersonKey,
    method: Method,
    path: string,
    body?: object,
  ): Promise<{ status: number; bytes: Buffer; headers: Record<string, unknown> }>;
  close(): Promise<void>;
};

export const deskRoutes: Route[] = [...contactRoutes, ...customerRoutes, ...placeRoutes, ...searchRoutes];

type Looks = (looked: Looked) => void;

export async function deskOf(world: World, routes: Route[] = deskRoutes, looked?: Looks): Promise<Desk> {
  const server = await serverOf(world, routes, looked);
  const inject = (who: PersonKey, method: Method, path: string, body?: object | Buffer) =>
    server.inject({
      method,
      url: `/api${path}`,
      headers: {
        'x-test-person': who,
        ...(Buffer.isBuffer(body) ? { 'content-type': 'application/octet-stream' } : {}),
      },
      ...(body === undefined ? {} : { payload: body }),
    });
  const ask = async (who: PersonKey, method: Method, path: string, body?: object | Buffer) => {
    const answer = await inject(who, method, path, body);
    return { status: answer.statusCode, body: answer.json() };
  };
  return {
    get: (who, path) => ask(who, 'GET', path),
    send: (who, method, path, body) => ask(who, method, path, body),
    take: async (who, method, path, body) => {
      const answer = await inject(who, method, path, body);
      return { status: answer.statusCode, bytes: answer.rawPayload, headers: answer.headers };
    },
    close: () => server.close(),
  };
}

/** The server itself, for what is no JSON. Who asks is said by the header `x-test-person`. */
export function serverOf(world: World, routes: Route[], looked?: Looks): Promise<FastifyInstance> {
  return createServer({
    database: world.database,
    clock: world.clock,
    identify: {
      organisations: async () => [world.organisation],
      callerOf: async (request) => ({
        personId: world.people[request.headers['x-test-person'] as PersonKey],
        via: 'token',
      }),
      actorOf: (tx, personId) => actorOf(tx, personId, world.clock.now()),
    },
    react,
    announce: () => {},
    ...(looked ? { looked } : {}),
    routes,
    log: undefined,
    web: undefined,
  });
}
