import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { after, before, test, type TestContext } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import {
  platformNode,
  platformServer,
  platformWorld,
  type TestNode,
  type World,
} from '../../../test/platform-world.ts';
import { Refused } from '../../kernel/refusal.ts';
import type { Database } from '../db.ts';
import { openDatabase } from '../db.ts';
import { healthRoutes } from './health.ts';
import { createMetrics } from './metrics.ts';
import { route } from './route.ts';
import type { ServerParts } from './server.ts';

const TOKEN = 'a-token-of-the-operator';
let world: World;
let node: TestNode;
let clockRuns = true;
let hangs = false;
before(async () => {
  world = await platformWorld();
  const metrics = createMetrics();
  metrics.gauge('huiyin_test_figure', 'A figure', async () => 7);
  const checks = {
    database: async () => (await world.database.pool.query('select 1')).rowCount === 1,
    clock: () => (hangs ? new Promise<boolean>(() => {}) : clockRuns),
  };
  node = await platformNode(world, { house: [...healthRoutes(checks), metrics.route(TOKEN)] });
});
after(async () => {
  await node.stop();
  await world.drop();
});

async function serverFor(t: TestContext, parts: Partial<ServerParts>): Promise<FastifyInstance> {
  const server = await platformServer(world, parts);
  t.after(() => server.close());
  return server;
}

test('a node is alive as long as it answers, and ready only while all it needs is there', async () => {
  const ask = async (path: string): Promise<[number, unknown]> => {
    const response = await fetch(`${node.address}/api/${path}`);
    return [response.status, await response.json()];
  };
  assert.deepEqual(await ask('health'), [200, { ok: true }]);
  assert.deepEqual(await ask('ready'), [200, { ok: true, checks: { database: true, clock: true } }]);
  clockRuns = false;
  assert.deepEqual(await ask('ready'), [503, { ok: false, checks: { database: true, clock: false } }]);
  hangs = true;
  assert.deepEqual(await ask('ready'), [503, { ok: false, checks: { database: true, clock: false } }]);
  assert.deepEqual(await ask('health'), [200, { ok: true }]);
  clockRuns = true;
  hangs = false;
});

test('while the database is away whoever asks is told to ask again, and what follows is answered once it is back', async (t) => {
  const gone = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nothing' });
  t.after(() => gone.close());
  let now = gone;
  const database: Database = { ...gone, read: (schema, work, keepsPlans) => now.read(schema, work, keepsPlans) };
  const server = await serverFor(t, {
    database,
    routes: [
      route({
        name: 'askAnything',
        method: 'GET',
        path: '/anything',
        admits: 'signed-in',
        tag: 'test',
        summary: 'A route that reads',
        answer: z.object({ ok: z.boolean() }),
        handle: async () => ({ ok: true }),
      }),
    ],
  });
  const ask = () => server.inject({ url: '/o/hill/api/anything', headers: { 'x-test-person': world.ann } });
  const away = await ask();
  assert.deepEqual([away.statusCode, away.json().code, away.headers['retry-after']], [503, 'database.away', '1']);
  now = world.database;
  assert.equal((await ask()).statusCode, 200);
});

test('no room left on the disk is said by its name, and is not to be tried again at once', async (t) => {
  const server = await serverFor(t, {
    routes: [
      route({
        name: 'fillDisk',
        method: 'POST',
        path: '/filling',
        admits: 'signed-in',
        tag: 'test',
        summary: 'A route whose write meets a full disk',
        answer: z.unknown(),
        handle: ({ tx }) =>
          sql`do $$ begin raise 'could not extend file' using errcode = 'disk_full'; end $$`.execute(tx),
      }),
    ],
  });
  const headers = { 'x-test-person': world.ann, 'x-huiyin': '1' };
  const full = await server.inject({ method: 'POST', url: '/o/hill/api/filling', headers });
  assert.deepEqual(
    [full.statusCode, full.json().code, full.headers['retry-after']],
    [507, 'database.full', undefined],
    full.body,
  );
  assert.doesNotMatch(full.body, /extend/);
});

test('where a request comes from is said by a trusted proxy only', async (t) => {
  const seen: string[] = [];
  const serverBehind = (trustedProxies: string | undefined): Promise<FastifyInstance> =>
    serverFor(t, {
      house: [
        {
          name: 'whence',
          path: '/whence',
          admits: 'anyone',
          tag: 'test',
          summary: 'Where it comes from',
          answer: { type: 'application/json', description: 'Nothing' },
          handle: async (request) => void seen.push(`${request.protocol} ${request.ip}`),
        },
      ],
      trustedProxies,
    });
  const headers = { 'x-forwarded-for': '198.51.100.7, 203.0.113.9', 'x-forwarded-proto': 'https' };
  for (const [trusted, remoteAddress] of [
    [undefined, '127.0.0.1'],
    [undefined, '172.18.0.2'],
    ['loopback, 172.16.0.0/12', '172.18.0.2'],
  ] as const)
    await (await serverBehind(trusted)).inject({ url: '/api/whence', remoteAddress, headers });
  assert.deepEqual(seen, ['https 203.0.113.9', 'http 172.18.0.2', 'https 203.0.113.9']);
});

test('figures are for the machine itself and for who has the token, not for who comes through a proxy', async () => {
  const ask = async (headers: Record<string, string>): Promise<number> =>
    (await fetch(`${node.address}/api/metrics`, { headers })).status;
  assert.equal(await ask({}), 200);
  assert.equal(await ask({ 'x-forwarded-for': '203.0.113.9' }), 403);
  assert.equal(await ask({ 'x-forwarded-for': '203.0.113.9', authorization: `Bearer ${TOKEN}` }), 200);
  assert.equal(await ask({ 'x-forwarded-for': '203.0.113.9', authorization: 'Bearer another' }), 403);
  const text = await (await fetch(`${node.address}/api/metrics`)).text();
  assert.match(text, /^huiyin_test_figure 7$/m);
  assert.match(text, /^nodejs_heap_size_used_bytes \d+$/m);
});

test('a line is logged for a request, and nothing in it is about a person', async (t) => {
  const lines: string[] = [];
  const sink = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
  const observed: string[] = [];
  const server = await serverFor(t, {
    observe: ({ method, route: path, status }) => observed.push(`${method} ${path} ${status}`),
    routes: [
      route({
        name: 'findCaller',
        method: 'GET',
        path: '/callers/:phone',
        admits: 'signed-in',
        tag: 'test',
        summary: 'A route with a telephone number in its address',
        params: z.strictObject({ phone: z.string() }),
        query: z.strictObject({ name: z.string() }),
        answer: z.object({ ok: z.boolean() }),
        handle: async (_context, { params }) => {
          if (params.phone === '13800138000') throw new Refused('caller.unknown', { phone: params.phone });
          throw new Error(`the disk burns for ${params.phone.length} digits`);
        },
      }),
    ],
    log: { level: 'info', stream: sink },
  });
  const ask = (phone: string): Promise<{ statusCode: number; body: string }> =>
    server.inject({
      url: `/o/hill/api/callers/${phone}?name=张三`,
      headers: { 'x-test-person': world.ann, cookie: 'huiyin_session=secret' },
    });
  const refused = await ask('13800138000');
  assert.equal(refused.statusCode, 409);
  const broken = await ask('139');
  assert.equal(broken.statusCode, 500);
  assert.doesNotMatch(broken.body, /disk burns/);
  const fault = (JSON.parse(broken.body) as { params: { fault: string } }).params.fault;
  const requests = lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((line) => line['msg'] === 'request');
  assert.deepEqual(
    requests.map(({ method, route: path, status, organisation }) => ({ method, path, status, organisation })),
    [409, 500].map((status) => ({ method: 'GET', path: '/api/callers/:phone', status, organisation: 'hill' })),
  );
  assert.ok(requests.every(({ ms, reqId }) => typeof ms === 'number' && typeof reqId === 'string'));
  assert.deepEqual(observed, ['GET /api/callers/:phone 409', 'GET /api/callers/:phone 500']);
  const all = lines.join('');
  assert.ok(all.includes(fault), 'the fault is found by its id');
  for (const secret of ['13800138000', '张三', encodeURIComponent('张三'), 'secret', world.ann, '127.0.0.1'])
    assert.equal(all.includes(secret), false, secret);
});
