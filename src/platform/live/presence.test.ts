import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { platformNode, platformWorld, until, type TestNode, type World } from '../../../test/platform-world.ts';
import { createPresence } from './presence.ts';

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

type Heard = { presence?: Record<string, [string, number][]> };

async function screen(node: TestNode, slug: string, person: string) {
  const socket = new WebSocket(`${node.address.replace('http', 'ws')}/o/${slug}/api/live`, {
    headers: { 'x-test-person': person },
  });
  const there: Record<string, [string, number][]> = {};
  socket.on('message', (data) => {
    const heard = JSON.parse(String(data)) as Heard;
    Object.assign(there, heard.presence);
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const look = (ticket: string | null, typing = false, unsaved = false) =>
    socket.send(JSON.stringify({ look: { ticket, typing, unsaved } }));
  return { socket, there, look };
}

test('who looks and types on one node is seen on the other, by nobody of another organisation, and is gone when the tab closes', async (t) => {
  const ann = await screen(one, 'hill', world.ann);
  const ben = await screen(other, 'hill', world.ben);
  const stranger = await screen(other, 'lake', world.cai);
  t.after(() => [ann, ben, stranger].forEach(({ socket }) => socket.terminate()));
  const [ticket, next] = [randomUUID(), randomUUID()];
  ann.look(ticket, true, true);
  await until('he sees her type', () => ben.there[ticket]?.[0]?.[1] === 3);
  assert.deepEqual(ben.there[ticket], [[world.ann, 3]]);
  ann.look(next);
  await until('she has moved on', () => ben.there[ticket]?.length === 0 && ben.there[next]?.length === 1);
  const late = await screen(other, 'hill', world.ben);
  t.after(() => late.socket.terminate());
  await until('who comes later is told who is there', () => late.there[next]?.length === 1);
  ann.socket.close();
  await until('she is gone', () => ben.there[next]?.length === 0);
  assert.deepEqual(stranger.there, {});
});

test('what is no look is not heard, and the socket goes on', async (t) => {
  const ann = await screen(one, 'hill', world.ann);
  const ben = await screen(one, 'hill', world.ben);
  t.after(() => [ann, ben].forEach(({ socket }) => socket.terminate()));
  for (const text of [
    'x',
    '{}',
    '{"look":{"ticket":"1","typing":true,"unsaved":true}}',
    '{"presence":"org_hill","looks":[]}',
  ])
    ann.socket.send(text);
  const ticket = randomUUID();
  ann.look(ticket);
  await until('she is seen', () => ben.there[ticket]?.length === 1);
});

test('a node that dies is silent, and whoever was on it is gone after three beats', async () => {
  const told: string[] = [];
  const presence = createPresence({ send: async () => {}, say: (_, text) => told.push(text), breath: 1, beat: 10 });
  const ticket = randomUUID();
  presence.hear(JSON.stringify({ presence: 'org', looks: [[randomUUID(), 'ann', ticket, 1]] }));
  await sleep(5);
  assert.ok(told.at(-1)?.includes('ann'));
  await sleep(80);
  assert.deepEqual(JSON.parse(told.at(-1)!), { presence: { [ticket]: [] } });
  await presence.stop();
});

test('three hundred screens that move at once are told in a few notices, each small enough for PostgreSQL, and one message a screen', async () => {
  const sent: string[] = [];
  const told: string[] = [];
  const presence = createPresence({
    send: async (notices) => void sent.push(...notices),
    say: (_, text) => told.push(text),
    breath: 5,
    beat: 60_000,
  });
  for (let nth = 0; nth < 300; nth += 1)
    presence.look(
      randomUUID(),
      { schema: 'org', personId: randomUUID() },
      { ticket: randomUUID(), typing: true, unsaved: false },
    );
  await sleep(30);
  assert.equal(sent.length, 6);
  assert.ok(sent.every((text) => Buffer.byteLength(text) < 8_000));
  for (const text of sent) assert.equal(presence.hear(text), true);
  await sleep(30);
  assert.equal(told.length, 1);
  await presence.stop();
});
