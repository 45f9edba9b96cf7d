import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test, type TestContext } from 'node:test';
import pg from 'pg';
import { WebSocket } from 'ws';
import { platformNode, platformWorld, until, type TestNode, type World } from '../../../test/platform-world.ts';
import { instant } from '../../kernel/time.ts';
import { noSignals, type Signals } from '../context.ts';
import { CHANNEL } from './listener.ts';

let world: World;
let one: TestNode;
let other: TestNode;
before(async () => {
  world = await platformWorld();
  one = await platformNode(world);
  other = await platformNode(world);
});
after(async () => {
  await one.stop();
  await other.stop();
  await world.drop();
});

type Heard = { changed?: { type: string; id: string }[]; topics?: string[]; resync?: boolean };
type Screen = { socket: WebSocket; heard: Heard[]; closed: Promise<number> };

async function screen(t: TestContext, node: TestNode, slug: string, person: string, headers = {}): Promise<Screen> {
  const address = `${node.address.replace('http', 'ws')}/o/${slug}/api/live`;
  const socket = new WebSocket(address, { headers: { 'x-test-person': person, ...headers } });
  t.after(() => socket.terminate());
  const heard: Heard[] = [];
  socket.on('message', (data) => heard.push(JSON.parse(String(data)) as Heard));
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return { socket, heard, closed };
}

function change(...ids: string[]): Signals {
  return { ...noSignals(), changed: new Map(ids.map((id) => [id, 'ticket'])) };
}

const named = (heard: Heard[], id: string): boolean => heard.some((one) => one.changed?.some((it) => it.id === id));

test('a change on one node is heard on the screens of the other, and by nobody of another organisation', async (t) => {
  const near = await screen(t, one, 'hill', world.ann);
  const far = await screen(t, other, 'hill', world.ben);
  const stranger = await screen(t, other, 'lake', world.cai);
  const [id, theirs] = [randomUUID(), randomUUID()];
  one.live.announce(world.hill, change(id));
  one.live.announce(world.lake, change(theirs));
  await until(
    'all three have heard',
    () => named(near.heard, id) && named(far.heard, id) && named(stranger.heard, theirs),
  );
  assert.deepEqual(far.heard, [{ changed: [{ type: 'ticket', id }], topics: [] }]);
  assert.equal(named(stranger.heard, id) || named(far.heard, theirs), false);
});

test('that notifications came is told to their person alone', async (t) => {
  const ann = await screen(t, one, 'hill', world.ann);
  const ben = await screen(t, other, 'hill', world.ben);
  const id = randomUUID();
  other.live.announce(world.hill, { ...noSignals(), notified: new Set([world.ann]) });
  await until('she has heard', () => ann.heard.length > 0);
  other.live.announce(world.hill, change(id));
  await until('he has heard of the ticket', () => named(ben.heard, id));
  assert.deepEqual(ann.heard[0], { changed: [], topics: ['notification'] });
  assert.equal(
    ben.heard.some((heard) => heard.topics?.includes('notification')),
    false,
  );
});

test('what commits in one breath is one notice to the database', async (t) => {
  const client = new pg.Client(world.url);
  await client.connect();
  t.after(() => client.end());
  const told: string[] = [];
  client.on('notification', ({ payload }) => told.push(payload!));
  await client.query(`listen ${CHANNEL}`);
  const ids = Array.from({ length: 100 }, () => randomUUID());
  for (const id of ids) one.live.announce(world.hill, change(id));
  await until('all are told', () => ids.every((id) => told.some((text) => text.includes(id))));
  assert.equal(told.length, 1);
});

test('a wake-up reaches the timers of every node', async (t) => {
  const at = instant('2026-06-01T08:00:00Z');
  const woken: string[] = [];
  t.after(one.live.bus.on('fire', (schema, moment) => woken.push(`one fire ${schema} ${moment}`)));
  t.after(other.live.bus.on('outbox', (schema, moment) => woken.push(`other outbox ${schema} ${moment}`)));
  one.live.announce(world.hill, { ...noSignals(), fireAt: at, outboxAt: at });
  await until('both have woken', () => woken.length === 2);
  assert.deepEqual(woken.toSorted(), [`one fire org_hill ${at}`, `other outbox org_hill ${at}`]);
});

test('after the listening connection was lost, screens are told to read again, and hear what comes then', async (t) => {
  const ann = await screen(t, one, 'hill', world.ann);
  await world.database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'huiyin listener' and datname = current_database()`,
  );
  await until('she is told', () => ann.heard.some((heard) => heard.resync));
  const id = randomUUID();
  one.live.announce(world.hill, change(id));
  await until('she hears again', () => named(ann.heard, id));
});

test('a screen that does not keep up is dropped; the others go on', async (t) => {
  const slow = await screen(t, one, 'hill', world.ann);
  const quick = await screen(t, one, 'hill', world.ben);
  slow.socket.pause();
  const before = one.live.sockets.count();
  const changed = Array.from({ length: 2_000 }, (): ['ticket', string] => ['ticket', randomUUID()]);
  const news = { schema: world.hill.schema, changed, people: [], fireAt: null, outboxAt: null, all: false };
  await until('the slow one is gone', () => {
    if (one.live.sockets.count() === before) one.live.sockets.tell(news);
    return one.live.sockets.count() === before - 1;
  });
  assert.equal(quick.socket.readyState, WebSocket.OPEN);
});

test('a silent socket is closed after two heartbeats', async (t) => {
  const { createSockets } = await import('./sockets.ts');
  const { WebSocketServer } = await import('ws');
  const sockets = createSockets(40);
  const wss = new WebSocketServer({ port: 0 });
  t.after(() => wss.close());
  t.after(() => sockets.stop());
  wss.on('connection', (socket) => sockets.add({ socket, schema: 'x', personId: 'p', stillAllowed: async () => true }));
  const { port } = wss.address() as { port: number };
  const alive = new WebSocket(`ws://127.0.0.1:${port}`);
  const dead = new WebSocket(`ws://127.0.0.1:${port}`, { autoPong: false });
  t.after(() => alive.terminate());
  const closed = new Promise((resolve) => dead.on('close', resolve));
  await until('both are there', () => sockets.count() === 2);
  await closed;
  await until('it is gone', () => sockets.count() === 1);
  assert.equal(alive.readyState, WebSocket.OPEN);
});

test('a session that has ended ends its socket', async (t) => {
  const { createSockets } = await import('./sockets.ts');
  const { WebSocketServer } = await import('ws');
  // five minutes pass after one beat of five minutes
  t.mock.timers.enable({ apis: ['setInterval'] });
  const sockets = createSockets(5 * 60_000);
  const wss = new WebSocketServer({ port: 0 });
  t.after(() => wss.close());
  wss.on('connection', (socket) =>
    sockets.add({ socket, schema: 'x', personId: 'p', stillAllowed: async () => false }),
  );
  const socket = new WebSocket(`ws://127.0.0.1:${(wss.address() as { port: number }).port}`);
  const closed = new Promise((resolve) => socket.on('close', resolve));
  await until('it is there', () => sockets.count() === 1);
  t.mock.timers.tick(5 * 60_000);
  assert.equal(await closed, 4401);
});

test('foreign pages, strangers and plain requests get no socket', async (t) => {
  const refused = async (headers: Record<string, string>): Promise<number> => {
    const socket = new WebSocket(`${one.address.replace('http', 'ws')}/o/hill/api/live`, { headers });
    return new Promise((resolve, reject) => {
      socket.on('unexpected-response', (request, response) => {
        resolve(response.statusCode!);
        request.destroy();
      });
      socket.on('open', () => reject(new Error('it was let in')));
      socket.on('error', () => {});
    });
  };
  assert.equal(await refused({ 'x-test-person': world.ann, origin: 'https://evil.example' }), 403);
  assert.equal(await refused({ 'x-test-person': world.ann, origin: 'null' }), 403);
  assert.equal(await refused({}), 401);
  assert.equal(await refused({ 'x-test-person': world.cai }), 401);
  const own = await screen(t, one, 'hill', world.ann, { origin: one.address });
  assert.equal(own.socket.readyState, WebSocket.OPEN);
  const plain = await fetch(`${one.address}/o/hill/api/live`, { headers: { 'x-test-person': world.ann } });
  assert.deepEqual([plain.status, ((await plain.json()) as { code: string }).code], [422, 'live.needs_websocket']);
  const elsewhere = new WebSocket(`${one.address.replace('http', 'ws')}/api/nowhere`);
  const status = await new Promise((resolve) => {
    elsewhere.on('unexpected-response', (request, response) => {
      resolve(response.statusCode);
      request.destroy();
    });
    elsewhere.on('error', () => {});
  });
  assert.equal(status, 404);
});

test('a node that stops says goodbye to its screens', async (t) => {
  const node = await platformNode(world);
  const ann = await screen(t, node, 'hill', world.ann);
  await node.stop();
  assert.equal(await ann.closed, 1001);
});
