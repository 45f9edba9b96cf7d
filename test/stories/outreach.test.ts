import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { batchOf } from '../../src/outreach/outreach.ts';
import { GO_ON_OUTREACH, goOnWithOutreach } from '../../src/outreach/commands/go-on.ts';
import { domainRoutes } from '../../src/routes.ts';
import { goesOut, mailboxOf, writes } from '../conversation-world.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { clocksAbout, wait } from '../story.ts';
import type { CustomerKey, PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** Contacts of relationship care: previewed, sent at a pace, by the way each wants, stopped, called, and kept with what came of them. */

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
  desk = await deskOf(world, domainRoutes);
  const mailbox = await mailboxOf(world);
  await wants('chen', { emails: [{ address: 'chen@example.com', label: '' }], language: 'en' });
  await wants('lin', { updates: 'phone' });
  await wants('zhou', { updates: 'none' });
  box = mailbox;
});
after(async () => {
  await desk.close();
  await world.drop();
});

let box: Awaited<ReturnType<typeof mailboxOf>>;

async function wants(who: CustomerKey, change: object): Promise<void> {
  const { version } = (await desk.get('supervisor', `/customers/${world.customers[who]}`)).body;
  const { status, body } = await desk.send('supervisor', 'PATCH', `/customers/${world.customers[who]}`, {
    version,
    ...change,
  });
  assert.equal(status, 200, JSON.stringify(body));
}

const each = (en: string, hans: string) => ({ en, 'zh-hans': hans, 'zh-hant': hans });
const SAID = {
  subject: each('Greetings from {organisation}', '{organisation}的问候'),
  text: each('Dear {customer}, happy festival! {person}', '{customer}您好，祝中秋快乐！{person}'),
};
const start = (over: object = {}, who: PersonKey = 'supervisor') =>
  desk.send(who, 'POST', '/outreaches', { name: '中秋问候', ...SAID, filters: {}, perHour: 3600, ...over });
const page = async (id: string) => (await desk.get('supervisor', `/outreaches/${id}`)).body;
const contacts = async (query: string, who: PersonKey = 'supervisor') =>
  (await desk.get(who, `/outreach-contacts?${query}`)).body['items'] as Record<string, any>[];
const of = (rows: Record<string, any>[], who: CustomerKey) =>
  rows.find((row) => row['customer'].id === world.customers[who])!;

/** What lies ready of it by now, each job twice over: a job that is handed out again changes nothing. */
async function works(): Promise<void> {
  const jobs = await world.read((tx) =>
    tx
      .selectFrom('outbox')
      .selectAll()
      .where('task', '=', GO_ON_OUTREACH)
      .where('run_at', '<=', world.clock.now())
      .execute(),
  );
  for (const { id, payload } of jobs) {
    await world.act(null, (context) => goOnWithOutreach(context, payload as Record<string, unknown>));
    await world.act(null, ({ tx }) => tx.deleteFrom('outbox').where('id', '=', id).execute());
  }
}

test('so many an hour are so many a minute, or one now and then', () => {
  assert.deepEqual(batchOf(120), { most: 2, everySeconds: 60 });
  assert.deepEqual(batchOf(3600), { most: 60, everySeconds: 60 });
  assert.deepEqual(batchOf(10), { most: 1, everySeconds: 360 });
});

test('before it goes one sees to how many it would go, who is left out, and how each would have it in his language; nothing is written', async () => {
  const { status, body } = await desk.send('supervisor', 'POST', '/outreaches/preview', { ...SAID, filters: {} });
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual([body['customers'], body['declined']], [3, 1]);
  const [chen, lin, zhou] = (['chen', 'lin', 'zhou'] as const).map((who) => of(body['examples'], who));
  assert.deepEqual([chen!['by'], lin!['by'], zhou!['by']], ['mail', 'phone', 'none']);
  assert.match(chen!['text'], /^Dear 陈先生, happy festival! 何主管$/);
  assert.match(lin!['text'], /^林女士您好/);
  assert.deepEqual((await desk.get('supervisor', '/outreaches')).body['items'], []);
  const narrowed = await desk.send('supervisor', 'POST', '/outreaches/preview', { ...SAID, filters: { vip: true } });
  assert.equal(narrowed.body['customers'], 1);
});

const refused: [string, object, string][] = [
  ['a place nobody knows', { text: each('Hi {name}', '{name}') }, 'outreach.place_unknown'],
  ['nobody fits', { filters: { kind: 'company' } }, 'outreach.nobody'],
  ['a customer who is not there', { customerIds: [newId('2026-01-01T00:00:00.000Z' as never)] }, 'customer.unknown'],
  [
    'a place that there is none of',
    { filters: { place: newId('2026-01-01T00:00:00.000Z' as never) } },
    'place.unknown',
  ],
];
for (const [what, over, code] of refused)
  test(`refused: ${what}`, async () => {
    const { status, body } = await start(over);
    assert.equal(body['code'], code, JSON.stringify(body));
    assert.ok(status >= 400);
  });

test('whoever is not given the right writes to nobody', async () => {
  assert.equal((await start({}, 'desk')).status, 403);
});

test('a selected group is reached each by the way he prefers: in writing from the template, by a call that is somebody’s task, or not at all; each stands in the history with its outcome [CHAN-24]', async () => {
  const id = newId<'outreach'>(world.clock.now());
  const first = await start({ id, callerId: world.people.assistant });
  assert.equal(first.status, 201, JSON.stringify(first.body));
  await start({ id });
  assert.equal((await page(id))['counts'].waiting, 3, 'nothing goes before its turn; the same id starts nothing twice');
  await works();
  const after = await page(id);
  assert.deepEqual(
    [after['state'], after['counts'].written, after['counts'].to_call, after['counts'].declined],
    ['done', 1, 1, 1],
  );

  const message = (await world.read((tx) => tx.selectFrom('message').selectAll().execute()))[0]!;
  assert.match(message.text, /^Dear 陈先生/);
  assert.ok(await goesOut(world, message.id));
  const sent = of(await contacts(`outreach=${id}`), 'chen');
  assert.deepEqual([sent['message'].state, sent['message'].answeredAt, sent['channel']], ['sent', null, 'email']);
  const history = (await desk.get('desk', `/contacts?customerId=${world.customers.chen}`)).body['items'];
  assert.equal(history[0].id, sent['contactId']);
  assert.match(JSON.stringify(history[0]), /何主管/);
  await writes(world, box, {
    from: 'chen@example.com',
    text: '谢谢',
    conversationId: message.conversation_id,
  } as never);
  assert.notEqual(of(await contacts(`outreach=${id}`), 'chen')['message'].answeredAt, null);
  assert.equal(
    (await desk.send('supervisor', 'POST', `/contacts/${sent['contactId']}/outcome`, { outcome: '回信致谢' })).status,
    200,
  );
  assert.equal(of(await contacts(`outreach=${id}`), 'chen')['outcome'], '回信致谢');

  const [call] = await contacts('mine=true', 'assistant');
  assert.equal(call!['customer'].id, world.customers.lin);
  const [clock] = await clocksAbout(world, call!['id']);
  assert.deepEqual([clock!.owner_id, clock!.kind, clock!.state], [world.people.assistant, 'care_call', 'running']);
  assert.equal(
    (await desk.send('desk2', 'POST', `/outreach-contacts/${call!['id']}/called`, { reached: true, outcome: '-' }))
      .status,
    403,
  );
  const called = await desk.send('assistant', 'POST', `/outreach-contacts/${call!['id']}/called`, {
    reached: true,
    outcome: '很高兴，问候家人',
  });
  assert.equal(called.status, 200, JSON.stringify(called.body));
  assert.equal((await clocksAbout(world, call!['id']))[0]!.state, 'kept');
  const touch = (await desk.get('desk', `/contacts?customerId=${world.customers.lin}`)).body['items'][0];
  assert.deepEqual([touch.direction, touch.channel, touch.outcome], ['out', 'phone', '很高兴，问候家人']);
  const twice = await desk.send('assistant', 'POST', `/outreach-contacts/${call!['id']}/called`, {
    reached: true,
    outcome: '-',
  });
  assert.equal(twice.body['code'], 'outreach.no_call');
  assert.equal(of(await contacts(`outreach=${id}`), 'zhou')['contactId'], null, 'who wants nothing has nothing');
});

test('it keeps to its pace, can be stopped with those not reached yet left alone, and goes on; a call nobody makes turns late [CHAN-24]', async () => {
  await wants('chen', { updates: 'phone' });
  const { body } = await start({ perHour: 30, name: '回访提醒' });
  const id = body['id'] as Id<'outreach'>;
  await works();
  await works();
  assert.equal((await page(id))['counts'].waiting, 2, 'one, and the next in two minutes');
  assert.equal((await desk.send('desk', 'POST', `/outreaches/${id}/stop`)).status, 403);
  assert.equal((await desk.send('supervisor', 'POST', `/outreaches/${id}/stop`)).status, 200);
  assert.equal((await desk.send('supervisor', 'POST', `/outreaches/${id}/stop`)).body['code'], 'outreach.not_going');
  wait(world, 3600);
  await works();
  assert.equal((await page(id))['counts'].waiting, 2);
  assert.equal((await desk.send('supervisor', 'POST', `/outreaches/${id}/go-on`)).status, 200);
  for (let turns = 0; turns < 4; turns++) {
    await works();
    wait(world, 120);
  }
  const ended = await page(id);
  assert.deepEqual([ended['state'], ended['counts'].waiting, ended['counts'].to_call], ['done', 0, 2]);
  wait(world, 6 * 86_400);
  const [open] = await contacts(`outreach=${id}&state=to_call`);
  assert.ok(open!['dueAt'] < world.clock.now());
  const missed = await desk.send('supervisor', 'POST', `/outreach-contacts/${open!['id']}/called`, {
    reached: false,
    outcome: '三次无人接听',
  });
  assert.equal(missed.status, 200);
  assert.equal((await clocksAbout(world, open!['id']))[0]!.state, 'late');
});

test('one customer alone is written to, too; by a channel that he has opted out of he is not', async () => {
  await wants('chen', { updates: 'any' });
  await world.act(null, ({ tx, now }) =>
    tx.insertInto('channel_opt_out').values({ channel_id: box.id, address: 'chen@example.com', at: now }).execute(),
  );
  const { body } = await start({ customerIds: [world.customers.chen] });
  await works();
  assert.equal((await contacts(`outreach=${body['id']}`))[0]!['state'], 'to_call');
});
