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
  /** As another system's server calls: nobody is signed in, the body as it is. */
  call(path: string, body: string | null, headers: Record<string, string>): Promise<Answer & { text: string }>;
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
    call: async (path, body, headers) => {
      const method = body === null ? 'GET' : 'POST';
      const payload = body === null ? {} : { payload: body };
      const answer = await server.inject({ method, url: `/api${path}`, headers, ...payload });
      const isJson = String(answer.headers['content-type']).startsWith('application/json');
      return { status: answer.statusCode, body: isJson ? answer.json() : {}, text: answer.body };
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
