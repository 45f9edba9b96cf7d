import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { Webhook as Receiver } from 'standardwebhooks';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf } from '../../test/desk-server.ts';
import { takeInMatter } from '../../test/story.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { newId } from '../kernel/id.ts';
import type { Clock, Instant } from '../kernel/time.ts';
import { between, plus, systemClock } from '../kernel/time.ts';
import { react } from '../reactions/reactions.ts';
import { createBus } from '../platform/live/bus.ts';
import { claimDue } from './commands/claim-due.ts';
import { webhookRoutes } from './routes.ts';
import { startWebhookSender } from './sender.ts';

let world: World;
let desk: Desk;
let clock: Clock & { leap(milliseconds: number): void };
before(async () => {
  // a signature is good for five minutes by the receiver's clock: this world's is the machine's, and can leap ahead
  world = await freshWorld({ at: systemClock.now() });
  let ahead = 0;
  clock = {
    now: () => plus(systemClock.now(), ahead),
    leap: (milliseconds) => {
      ahead += milliseconds;
      world.at(clock.now());
    },
  };
  desk = await deskOf(world, webhookRoutes({ privateWebhooks: true }));
});
after(async () => {
  await desk.close();
  await world.drop();
});

type Heard = {
  id: string;
  body: { type: string; data: { sequence: number } };
  raw: string;
  headers: Record<string, string>;
};
type Reaction = (request: IncomingMessage, heard: Heard[]) => { status: number; answer?: string; after?: number };

/** A receiver that notes what it hears, on a port of its own. */
async function receiver(t: TestContext, answers: Reaction = () => ({ status: 204 })) {
  const heard: Heard[] = [];
  const server: Server = createServer((request, response) => {
    let raw = '';
    request.on('data', (piece) => (raw += piece));
    request.on('end', async () => {
      const headers = request.headers as Record<string, string>;
      heard.push({ id: headers['webhook-id']!, body: JSON.parse(raw), raw, headers });
      const { status, answer = '', after: wait = 0 } = answers(request, heard);
      if (wait > 0) await sleep(wait, undefined, { ref: false });
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end(answer);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`, heard };
}

async function endpoint(url: string, types: string[] = ['ticket.opened']) {
  const id = newId<'webhook'>(clock.now());
  const added = await desk.send('admin', 'POST', '/webhooks', { id, name: 'Receiver', url, types });
  assert.equal(added.status, 201, JSON.stringify(added.body));
  return { id, secret: added.body['secret'] as string };
}

function sender(t: TestContext, over: Partial<Parameters<typeof startWebhookSender>[0]> = {}) {
  const bus = createBus();
  // as the nodes tell each other of what a command left for outside
  const telling = setInterval(() => bus.emit('outbox', world.organisation.schema, clock.now()), 50);
  t.after(() => clearInterval(telling));
  const running = startWebhookSender({
    database: world.database,
    clock,
    react,
    organisations: async () => [world.organisation],
    announce: () => {},
    bus,
    log: () => {},
    privateAllowed: true,
    timeoutMs: 600,
    ...over,
  });
  t.after(() => running.stop());
  return running;
}

async function until(what: string, holds: () => boolean | Promise<boolean>, most = 8_000): Promise<void> {
  const end = performance.now() + most;
  while (!(await holds())) {
    if (performance.now() > end) assert.fail(`not so within ${most} ms: ${what}`);
    await sleep(20);
  }
}

type Line = { id: string; type: string; state: string; tries: number; status: number | null; nextAt: Instant | null };
async function deliveries(id: string): Promise<Line[]> {
  return (await desk.get<{ items: Line[] }>('admin', `/webhooks/${id}/deliveries`)).body.items;
}

async function waits(webhookId: string): Promise<boolean> {
  return (await deliveries(webhookId)).some(({ state }) => state === 'waiting');
}

/** Each test leaves its endpoint switched off, so that nothing of it is sent in the next. */
async function end(...ids: string[]): Promise<void> {
  for (const id of ids) await desk.send('admin', 'DELETE', `/webhooks/${id}`);
}

test('a ticket opened is told: ids, facts and where the API says more, signed; a tampered one is found out', async (t) => {
  const { url, heard } = await receiver(t);
  const { id, secret } = await endpoint(url);
  sender(t);
  const before = world.announced.length;
  const ticket = await takeInMatter(world, 'leak', { title: '保密的话' });
  assert.ok(
    world.announced.slice(before).some(({ outboxAt }) => outboxAt !== null),
    'nobody is woken',
  );
  await until('it is heard', () => heard.length === 1);
  const { raw, headers, body } = heard[0]!;
  const read = new Receiver(secret).verify(raw, headers) as { data: Record<string, unknown> };
  assert.deepEqual([body.type, read.data['api']], ['ticket.opened', `/api/tickets/${ticket.id}`]);
  assert.deepEqual(read.data['subject'], { type: 'ticket', id: ticket.id });
  assert.ok(!raw.includes('保密'), 'no text of anybody leaves the house');
  assert.throws(() => new Receiver(secret).verify(raw.replace('ticket.opened', 'ticket.closed'), headers));
  await until('it is noted', async () => !(await waits(id)));
  const [line] = await deliveries(id);
  assert.deepEqual([line!.state, line!.status, line!.tries], ['delivered', 204, 1]);
  await takeInMatter(world, 'complaint');
  await until('the next is heard', () => heard.length === 2);
  assert.ok(heard[1]!.body.data.sequence > body.data.sequence);
  await end(id);
});

test('what nobody asked for is not sent, nor anything to one switched off; on again, what waited goes out', async (t) => {
  const { url, heard } = await receiver(t);
  const { id } = await endpoint(url, ['ticket.closed']);
  sender(t);
  await takeInMatter(world, 'leak');
  await desk.send('admin', 'PATCH', `/webhooks/${id}`, { types: ['ticket.opened'] });
  await takeInMatter(world, 'leak');
  await until('one is heard', () => heard.length === 1);
  await desk.send('admin', 'PATCH', `/webhooks/${id}`, { on: false });
  await takeInMatter(world, 'leak');
  assert.equal((await desk.send('admin', 'POST', `/webhooks/${id}/test`)).body['code'], 'webhook.off');
  await desk.send('admin', 'PATCH', `/webhooks/${id}`, { on: true });
  await desk.send('admin', 'POST', `/webhooks/${id}/test`);
  await until('the test is heard', () => heard.length === 2);
  assert.equal(heard[1]!.body.type, 'webhook.test');
  await end(id);
});

test('a failure is tried again under the same id, with what was answered in the log, at most 2 kB of it', async (t) => {
  const { url, heard } = await receiver(t, (_request, all) =>
    all.length === 1 ? { status: 500, answer: 'x'.repeat(50_000) } : { status: 200, answer: 'fine' },
  );
  const { id } = await endpoint(url);
  sender(t);
  await takeInMatter(world, 'leak');
  await until('it was tried', async () => (await deliveries(id))[0]?.tries === 1);
  const [first] = await deliveries(id);
  assert.equal(first!.state, 'waiting');
  const wait = between(clock.now(), first!.nextAt!);
  assert.ok(wait > 2_000 && wait < 6_500, `${wait} ms`);
  clock.leap(7_000);
  await until('it came through', async () => (await deliveries(id))[0]?.state === 'delivered', 20_000);
  assert.equal(heard.length, 2);
  assert.equal(heard[0]!.id, heard[1]!.id);
  const { body } = await desk.get('admin', `/webhook-deliveries/${first!.id}`);
  assert.deepEqual(
    body['attempts'].map((one: { no: number; status: number; answer: string }) => [
      one.no,
      one.status,
      one.answer.length,
    ]),
    [
      [1, 500, 2_048],
      [2, 200, 4],
    ],
  );
  await end(id);
});

test('410 switches an endpoint off at once, and whoever administers is told', async (t) => {
  const { url } = await receiver(t, () => ({ status: 410 }));
  const { id } = await endpoint(url);
  sender(t);
  await takeInMatter(world, 'leak');
  const one = async () =>
    (await desk.get('admin', '/webhooks')).body['items'].find((hook: { id: string }) => hook.id === id);
  await until('it is off', async () => (await one()).offBecause === 'gone');
  const told = await world.read((tx) =>
    tx.selectFrom('notification').select(['person_id', 'params']).where('subject_id', '=', id).execute(),
  );
  assert.deepEqual(told, [{ person_id: world.people.admin, params: { because: 'gone' } }]);
  await end(id);
});

test('nothing comes through for three days: it is switched off, and whoever administers is told', async (t) => {
  const { url } = await receiver(t, () => ({ status: 503 }));
  const { id } = await endpoint(url);
  sender(t);
  await takeInMatter(world, 'leak');
  const one = async () =>
    (await desk.get('admin', '/webhooks')).body['items'].find((hook: { id: string }) => hook.id === id);
  await until('it fails', async () => (await one()).failingSince !== null);
  assert.equal((await one()).offAt, null);
  clock.leap(3 * 86_400_000);
  await until('it is off', async () => (await one()).offBecause === 'failing', 20_000);
  await end(id);
});

test('a redirect is not followed, and where private networks are not allowed none is reached, by name or by number', async (t) => {
  const { url, heard } = await receiver(t, () => ({ status: 302 }));
  const { id } = await endpoint(url);
  const open = sender(t);
  await takeInMatter(world, 'leak');
  await until('it was tried', async () => (await deliveries(id))[0]?.tries === 1);
  assert.deepEqual([heard.length, (await deliveries(id))[0]!.status], [1, 302]);
  await open.stop();
  const port = new URL(url).port;
  for (const host of ['127.0.0.1', 'localhost']) {
    await desk.send('admin', 'PATCH', `/webhooks/${id}`, { url: `http://${host}:${port}/in` });
    const known = new Set((await deliveries(id)).map((one) => one.id));
    await desk.send('admin', 'POST', `/webhooks/${id}/test`);
    const tried = async () => (await deliveries(id)).find((one) => !known.has(one.id));
    const guarded = sender(t, { privateAllowed: false });
    await until('it was tried', async () => (await tried())?.tries === 1);
    const { body } = await desk.get('admin', `/webhook-deliveries/${(await tried())!.id}`);
    assert.equal(body['attempts'][0].error, 'private_address', host);
    await guarded.stop();
  }
  assert.equal(heard.length, 1);
  await end(id);
});

test('a node that dies between sending and noting: another sends it again under the same id once it is missed', async (t) => {
  const { url, heard } = await receiver(t);
  const { id } = await endpoint(url);
  await takeInMatter(world, 'leak');
  const { schema } = world.organisation;
  const [claimed] = await world.database.transact(schema, (tx) => claimDue(tx, id, clock.now(), 8));
  // it was sent, say, and the node was gone before it could say so
  sender(t);
  await sleep(400);
  assert.equal(heard.length, 0, 'it is still in the first one’s hands');
  clock.leap(121_000);
  await until('it is heard', () => heard.length === 1, 20_000);
  assert.equal(heard[0]!.id, claimed!.id);
  await end(id);
});

test('a receiver that takes its time delays no other', async (t) => {
  const slow = await receiver(t, () => ({ status: 200, after: 5_000 }));
  const quick = await receiver(t);
  const [one, other] = [await endpoint(slow.url), await endpoint(quick.url)];
  for (let no = 0; no < 20; no += 1) await takeInMatter(world, 'leak');
  const began = performance.now();
  sender(t, { timeoutMs: 10_000 });
  await until('the quick one has them all', () => quick.heard.length === 20);
  assert.ok(performance.now() - began < 3_000, `${performance.now() - began} ms`);
  assert.equal(slow.heard.length, 8, 'so many places one endpoint has, and no more');
  await end(one.id, other.id);
});

test('sent again: one, or all since a moment, each under its own id', async (t) => {
  const { url, heard } = await receiver(t);
  const { id } = await endpoint(url);
  sender(t);
  const since = world.clock.now();
  await takeInMatter(world, 'leak');
  await takeInMatter(world, 'leak');
  await until('both are noted', async () => heard.length === 2 && !(await waits(id)));
  const [last] = await deliveries(id);
  await desk.send('admin', 'POST', `/webhook-deliveries/${last!.id}/replay`);
  await until('one came again', async () => heard.length === 3 && !(await waits(id)));
  assert.equal(heard[2]!.id, last!.id);
  const { body } = await desk.send('admin', 'POST', `/webhooks/${id}/replay`, { since });
  assert.equal(body['count'], 2);
  await until('all came again', () => heard.length === 5);
  assert.equal(new Set(heard.map((one) => one.id)).size, 2);
  await end(id);
});

test('two thousand events reach their receiver, each once', async (t) => {
  const { url, heard } = await receiver(t);
  const { id } = await endpoint(url);
  await world.database.transact(world.organisation.schema, (tx) =>
    sql`insert into webhook_delivery (id, webhook_id, type, body, at, next_at)
      select gen_random_uuid(), ${id}, 'ticket.opened', '{"type":"ticket.opened","data":{}}', ${clock.now()}::timestamptz,
        ${clock.now()}::timestamptz from generate_series(1, 2000)`.execute(tx),
  );
  sender(t);
  await until('all are heard', () => heard.length >= 2_000, 120_000);
  assert.equal(new Set(heard.map((one) => one.id)).size, 2_000);
  assert.equal(heard.length, 2_000);
  await end(id);
});

describe('who may, and what is refused', () => {
  test('only whoever connects systems sees endpoints; no answer but the first holds a secret', async () => {
    const { id, secret } = await endpoint('https://example.com/in');
    for (const who of ['desk', 'manager', 'leader'] as const)
      assert.equal((await desk.get(who, '/webhooks')).status, 403, who);
    assert.ok(!JSON.stringify((await desk.get('admin', '/webhooks')).body).includes(secret));
    const renewed = await desk.send('admin', 'POST', `/webhooks/${id}/secret`);
    assert.notEqual(renewed.body['secret'], secret);
    const [line] = (await desk.get('admin', '/webhooks')).body['items'];
    assert.equal(between(world.clock.now(), line.formerSecretUntil), 86_400_000);
    await end(id);
    assert.deepEqual((await desk.get('admin', '/webhooks')).body['items'], []);
  });

  test('no http where it is not allowed, no event that is not in the catalogue, none added twice', async () => {
    const strict = await deskOf(world, webhookRoutes({ privateWebhooks: false }));
    const body = { id: newId<'webhook'>(clock.now()), name: 'R', url: 'http://10.0.0.1/', types: ['ticket.opened'] };
    const refused = async (over: object) =>
      (await strict.send('admin', 'POST', '/webhooks', { ...body, ...over })).body['code'];
    assert.equal(await refused({}), 'webhook.url_not_https');
    assert.equal(await refused({ url: 'nonsense' }), 'webhook.url_malformed');
    assert.equal((await strict.send('admin', 'POST', '/webhooks', { ...body, types: ['secret.told'] })).status, 422);
    assert.equal(await refused({ url: 'https://example.com' }), undefined);
    assert.equal(await refused({ url: 'https://example.com' }), 'webhook.there_already');
    await strict.close();
    await end(body.id);
  });
});
