import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { WebSocket } from 'ws';
import { freshDatabase, type TestDatabase } from '../test/database.ts';
import { until } from '../test/platform-world.ts';
import { systemClock } from './kernel/time.ts';
import { openDatabase } from './platform/db.ts';
import { migrate } from './platform/migrate.ts';
import { startNode, type RunningNode } from './node.ts';

const PASSWORD = 'three quiet herons';
let fresh: TestDatabase;
let one: RunningNode;
let other: RunningNode;
before(async () => {
  fresh = await freshDatabase();
  const database = openDatabase({ url: fresh.url, connections: 1 });
  await migrate(database.pool, systemClock.now());
  await database.close();
  const settings = { databaseUrl: fresh.url, host: '127.0.0.1', port: 0, clock: systemClock };
  [one, other] = await Promise.all([startNode(settings), startNode(settings)]);
});
after(async () => {
  await Promise.all([one.stop(), other.stop()]);
  await fresh.drop();
});

type Answer = { status: number; body: Record<string, unknown>; cookie: string };

async function send(node: RunningNode, method: string, path: string, body: unknown, cookie = ''): Promise<Answer> {
  const response = await fetch(`${node.address}${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'x-huiyin': '1', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  });
  const set = response.headers.getSetCookie().map((one) => one.split(';')[0]!);
  return { status: response.status, body: (await response.json()) as Answer['body'], cookie: set.join('; ') };
}

test('set up on one node, signed in on the other: a change is heard, and a fault of the database is survived', async (t) => {
  const made = await send(one, 'POST', '/api/setup', {
    organisation: { name: '绿丘物业', slug: 'green-hill' },
    pack: 'property',
    language: 'zh-hans',
    zone: 'Asia/Shanghai',
    administrator: { name: '王芳', username: 'wang', password: PASSWORD },
  });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  await until('the other knows it', async () => (await other.organisations.all()).length === 1);
  const signedIn = await send(other, 'POST', '/api/sign-in', { username: 'wang', password: PASSWORD });
  assert.equal(signedIn.status, 200);
  const { cookie } = signedIn;

  const socket = new WebSocket(`${one.address.replace('http', 'ws')}/api/live`, {
    headers: { cookie, origin: one.address },
  });
  t.after(() => socket.terminate());
  const heard: string[] = [];
  socket.on('message', (data) => heard.push(String(data)));
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));

  const changed = await send(other, 'POST', '/api/me/duty', { on: true }, cookie);
  assert.equal(changed.status, 200, JSON.stringify(changed.body));
  await until('it is heard', () => heard.some((text) => text.includes('"person"')));

  // every connection of every node at once, as when the server is started again
  await one.database.pool
    .query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    )
    .catch(() => {});
  await until('both are ready again', async () => {
    const answers = await Promise.all([one, other].map((node) => fetch(`${node.address}/api/ready`)));
    return answers.every((answer) => answer.status === 200);
  });
  await until('she is told to read again', () => heard.some((text) => text.includes('"resync"')));
  heard.length = 0;
  const again = await send(other, 'POST', '/api/me/duty', { on: false }, cookie);
  assert.equal(again.status, 200, JSON.stringify(again.body));
  await until('a change is heard again', () => heard.some((text) => text.includes('"person"')));
});

test('a node that stops has ended all it began', async () => {
  const settings = { databaseUrl: fresh.url, host: '127.0.0.1', port: 0, clock: systemClock };
  const many = async (): Promise<number> => {
    const { rows } = await one.database.pool.query(
      `select count(*)::int as many from pg_stat_activity where datname = current_database()`,
    );
    return rows[0].many as number;
  };
  const before = await many();
  const third = await startNode(settings);
  await fetch(`${third.address}/api/ready`);
  assert.ok((await many()) > before);
  await third.stop();
  await until('its connections are gone', async () => (await many()) <= before);
  await assert.rejects(fetch(`${third.address}/api/health`));
});
