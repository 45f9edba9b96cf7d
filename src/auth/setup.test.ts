import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { TestDatabase } from '../../test/database.ts';
import { freshDatabase } from '../../test/database.ts';
import type { Body } from '../../test/two-organisations.ts';
import { actorOf } from '../organisation/queries.ts';
import { packs } from '../pack/registry.ts';
import type { Database } from '../platform/db.ts';
import { openDatabase } from '../platform/db.ts';
import { createServer } from '../platform/http/server.ts';
import { migrate } from '../platform/migrate.ts';
import { organisationList } from '../platform/organisations.ts';
import { instant, movedClock } from '../kernel/time.ts';
import { authRoutes } from './auth-routes.ts';
import { callerIn } from './caller.ts';
import { authParts } from './parts.ts';
import { setupRoutes, slugOf } from './routes/setup.ts';

const clock = movedClock(instant('2026-03-02T08:00:00Z'));
let fresh: TestDatabase;
let database: Database;
let nodes: FastifyInstance[];

async function startNode(): Promise<FastifyInstance> {
  const list = organisationList(database.pool);
  const parts = authParts(database, clock);
  const react = async () => {};
  return createServer({
    database,
    clock,
    identify: {
      organisations: list.all,
      callerOf: callerIn(database, clock),
      actorOf: (tx, id) => actorOf(tx, id, clock.now()),
    },
    react,
    announce: () => {},
    log: undefined,
    web: undefined,
    routes: [
      ...authRoutes(parts),
      ...setupRoutes({ database, packs, organisations: list.all, forgetOrganisations: list.forget, react }),
    ],
  });
}

before(async () => {
  await packs();
});
beforeEach(async () => {
  await stop();
  fresh = await freshDatabase();
  database = openDatabase({ url: fresh.url });
  await migrate(database.pool, clock.now());
  nodes = [await startNode(), await startNode()];
});
after(stop);

async function stop(): Promise<void> {
  if (!fresh) return;
  for (const node of nodes) await node.close();
  await database.close();
  await fresh.drop();
}

async function send(node: FastifyInstance, method: 'GET' | 'POST', url: string, body?: unknown, cookie = '') {
  const headers = { 'x-huiyin': '1', host: 'localhost', cookie };
  const answer = await node.inject({ method, url, headers, ...(body ? { payload: body } : {}) } as InjectOptions);
  return { status: answer.statusCode, body: answer.json(), cookies: answer.cookies };
}

const given = (more: object = {}) => ({
  organisation: { name: 'Green Hill Estates' },
  pack: 'property',
  language: 'en',
  zone: 'Asia/Hong_Kong',
  administrator: { name: 'Ada', username: 'ada', password: 'a kettle sings low' },
  ...more,
});

test('on an empty database somebody sets up the centre, and signs in', async () => {
  const [node] = nodes as [FastifyInstance];
  assert.equal((await send(node, 'GET', '/api/session')).body.code, 'organisation.none_yet');
  const asked = await send(node, 'GET', '/api/setup');
  assert.equal(asked.body.needed, true);
  assert.ok(asked.body.packs.some((pack: Body) => pack.key === 'property' && pack.name['zh-hans']));
  const made = await send(node, 'POST', '/api/setup', given());
  assert.equal(made.status, 201, JSON.stringify(made.body));
  assert.equal(made.body.organisation.slug, 'green-hill-estates');
  assert.deepEqual((await send(node, 'GET', '/api/setup')).body, { needed: false, packs: [] });
  const signed = await send(node, 'POST', '/api/sign-in', { username: 'ada', password: 'a kettle sings low' });
  assert.equal(signed.status, 200);
  const [cookie] = signed.cookies;
  assert.equal(cookie!.path, '/');
  const who = await send(
    node,
    'GET',
    '/api/session',
    undefined,
    `${cookie!.name}=${encodeURIComponent(cookie!.value)}`,
  );
  assert.deepEqual([who.body.person.name, who.body.person.language], ['Ada', 'en']);
  assert.equal(who.body.centre.zone, 'Asia/Hong_Kong');
  assert.ok(who.body.rights.includes('people.edit'));
});

test('of many who set up at the same moment, on two nodes, exactly one wins', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      send(
        nodes[i % 2]!,
        'POST',
        '/api/setup',
        given({ organisation: { name: `Centre ${i}`, slug: `centre-${i % 5}` } }),
      ),
    ),
  );
  const won = answers.filter((answer) => answer.status === 201);
  assert.equal(won.length, 1);
  for (const { status, body } of answers)
    if (status !== 201) assert.deepEqual([status, body.code], [409, 'setup.done']);
  const { rows } = await database.pool.query(`select name from huiyin.organisation`);
  assert.deepEqual(rows, [{ name: won[0]!.body.organisation.name }]);
  const schemas = await database.pool.query(`select nspname from pg_namespace where nspname like 'org\\_%'`);
  assert.equal(schemas.rowCount, 1);
});

test('a setup that fails leaves nothing, and can be done again', async () => {
  const [node] = nodes as [FastifyInstance];
  await database.pool.query('create schema org_taken');
  const failed = await send(node, 'POST', '/api/setup', given({ organisation: { name: 'X', slug: 'taken' } }));
  assert.ok(failed.status >= 400);
  const { rowCount } = await database.pool.query(`select from huiyin.organisation`);
  assert.equal(rowCount, 0);
  assert.equal((await send(node, 'POST', '/api/setup', given())).status, 201);
});

test('what cannot be is refused before anything is made', async () => {
  const [node] = nodes as [FastifyInstance];
  const administrator = (more: object) => ({ administrator: { ...given().administrator, ...more } });
  const cases: [object, string][] = [
    [{ pack: 'no-such-pack' }, 'pack.unknown'],
    [{ zone: 'Mars/Olympus' }, 'zone.unknown'],
    [{ zone: '+08:99' }, 'zone.unknown'],
    [{ organisation: { name: 'X', slug: 'A b' } }, 'input.malformed'],
    [{ organisation: { name: ' ' } }, 'input.malformed'],
    [administrator({ password: 'short' }), 'password.too_short'],
    [administrator({ username: 'ad a' }), 'input.malformed'],
  ];
  for (const [more, code] of cases) {
    const { status, body } = await send(node, 'POST', '/api/setup', given(more));
    assert.deepEqual([status, body.code], [422, code]);
  }
  assert.equal((await send(node, 'GET', '/api/setup')).body.needed, true);
});

test('a name makes an address', () => {
  const cases: [string, string][] = [
    ['Green Hill Estates', 'green-hill-estates'],
    ['回音物业', 'centre'],
    ['3 Towers & Söhne', 'towers-so-hne'],
    ['X', 'centre'],
    ['A very long name of an estate with many words', 'a-very-long-name-of-an-estate-w'],
  ];
  for (const [name, slug] of cases) {
    assert.equal(slugOf(name), slug);
    assert.match(slug, /^[a-z][a-z0-9-]{1,30}$/);
  }
});
