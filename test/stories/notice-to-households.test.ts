import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import type { Tasks } from '../../src/platform/jobs/task.ts';
import {
  CHASE_RECEIPTS,
  chaseReceipts,
  DELIVER_RECEIPTS,
  deliverReceipts,
} from '../../src/receipt/commands/deliver-receipts.ts';
import { mailboxOf } from '../conversation-world.ts';
import { clocksAbout, takeInMatter, wait } from '../story.ts';
import type { CustomerKey, PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { wholeServer } from '../whole-server.ts';
import { freshWorld } from '../world.ts';

/** A notice to households: proposed, approved, given to each by the way it wants, known by each, and counted; and what a customer does by himself. */

let world: World;
let server: FastifyInstance;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
  ({ server } = await wholeServer(world));
  await mailboxOf(world);
  await wants('chen', { emails: [{ address: 'chen@example.com', label: '' }] });
  await wants('lin', { updates: 'phone' });
  await wants('zhou', { updates: 'none' });
});
after(async () => {
  await server.close();
  await world.drop();
});

type By = { who?: PersonKey; cookie?: string };

async function ask(method: 'GET' | 'POST' | 'PATCH', path: string, { who, cookie }: By, body?: object) {
  const answer = await server.inject({
    method,
    url: `/api${path}`,
    headers: { 'x-huiyin': '1', ...(cookie ? { cookie } : {}), ...(who ? { 'x-test-person': who } : {}) },
    ...(body ? { payload: body } : {}),
  });
  const set = answer.headers['set-cookie'];
  const line = Array.isArray(set) ? set[0] : set;
  const isJson = String(answer.headers['content-type']).includes('json');
  return {
    status: answer.statusCode,
    text: answer.body,
    body: isJson ? answer.json() : {},
    cookie: line?.split(';')[0],
  };
}
const get = async (path: string, by: By = { who: 'supervisor' }) => (await ask('GET', path, by)).body;
/** `done`, or the code of why not. */
async function send(who: PersonKey, path: string, body: object = {}): Promise<string> {
  const answer = await ask('POST', path, { who }, body);
  return answer.status < 300 ? 'done' : answer.body.code;
}
async function wants(who: CustomerKey, change: object): Promise<void> {
  const path = `/customers/${world.customers[who]}`;
  const { version } = await get(path);
  assert.equal((await ask('PATCH', path, { who: 'supervisor' }, { version, ...change })).status, 200);
}

type Notice = Id<'ticket'>;
const draft = async (over: object = {}) =>
  (
    await takeInMatter(
      world,
      'tenant_notice',
      {
        title: '停水告知',
        channel: 'counter',
        customerId: undefined,
        placeId: undefined,
        fields: { notice_text: '十五日 9 时至 12 时停水检修，请提前储水。', know_by: '2026-09-10', ...over },
      },
      'supervisor',
    )
  ).id;
const choose = (id: Notice, body: object, who: PersonKey = 'supervisor') =>
  send(who, `/tickets/${id}/addressees`, body);
const decide = (who: PersonKey, id: Notice, approval: string) =>
  send(who, `/tickets/${id}/approvals`, { approval, verdict: 'approved' });
const counted = async (id: Notice) => (await get(`/tickets/${id}`)).receipts;
const listed = async (query: string, who: PersonKey = 'assistant') =>
  (await get(`/receipts?${query}`, { who })).items as Record<string, any>[];
const of = async (id: Notice, who: CustomerKey) =>
  (await listed(`ticket=${id}`)).find((one) => one['customer'].id === world.customers[who])!;

/** What lies ready by now, each job twice over: one that is handed out again changes nothing. */
async function works(): Promise<void> {
  const jobs: Tasks = { [DELIVER_RECEIPTS]: deliverReceipts, [CHASE_RECEIPTS]: chaseReceipts };
  const due = await world.read((tx) =>
    tx
      .selectFrom('outbox')
      .selectAll()
      .where('task', 'in', Object.keys(jobs))
      .where('run_at', '<=', world.clock.now())
      .orderBy('run_at')
      .execute(),
  );
  for (const { id, task, payload } of due) {
    await world.act(null, (context) => jobs[task]!(context, payload as Record<string, unknown>));
    await world.act(null, ({ tx }) => tx.deleteFrom('outbox').where('id', '=', id).execute());
  }
}

async function enters(who: CustomerKey): Promise<string> {
  const { body } = await ask('POST', `/customers/${world.customers[who]}/access-code`, { who: 'desk' });
  return (await ask('POST', '/public/enter', {}, { secret: body.code })).cookie!;
}

let notice: Notice;

test('who is to know is chosen by places before anything is approved: one unit, a building with all in it, everybody', async () => {
  notice = await draft();
  assert.equal(await decide('manager', notice, 'proposal'), 'receipt.nobody_chosen');
  const { approvals } = await get(`/tickets/${notice}`, { who: 'manager' });
  assert.equal(approvals[0].can.decide.code, 'receipt.nobody_chosen', 'the button says so before');
  assert.equal(await choose(notice, {}), 'done');
  assert.equal(await decide('manager', notice, 'proposal'), 'receipt.nobody_chosen', 'no place is nobody');
  assert.equal(await choose(notice, { placeIds: [newId(world.clock.now())] }), 'place.unknown');
  assert.match(await choose(notice, { all: true }, 'plumber'), /^right\./);
  const other = await takeInMatter(world, 'leak');
  assert.equal(await choose(other.id, { all: true }), 'receipt.not_of_this_kind');
  for (const [body, households] of [
    [{ placeIds: [world.places.flat1102] }, 1],
    [{ placeIds: [world.places.building] }, 3],
    [{ all: true }, 3],
  ] as const) {
    assert.equal(await choose(notice, body), 'done');
    assert.deepEqual(
      [(await counted(notice)).households, (await counted(notice)).counts.chosen],
      [households, households],
    );
  }
  assert.equal(
    (await get('/public/notices', { cookie: await enters('chen') })).items.length,
    0,
    'nobody hears of it yet',
  );
});

test('a notice is proposed by the centre manager, approved above, reaches each household in one act by the way it wants, is known by each or called for, and verified when none is open [APRV-11] [ANNC-01]', async () => {
  for (const who of ['desk', 'assistant', 'supervisor', 'office'] as const)
    assert.match(await decide(who, notice, 'proposal'), /^ticket\.not_approver|^right\./, who);
  assert.equal(await decide('manager', notice, 'proposal'), 'done');
  assert.equal(await decide('manager', notice, 'approval'), 'ticket.not_approver');
  await works();
  assert.equal((await counted(notice)).counts.chosen, 3, 'not before it is approved');
  assert.equal(await decide('office', notice, 'approval'), 'done');
  assert.equal(await choose(notice, { all: true }), 'receipt.approved_already');
  const { version } = await get(`/tickets/${notice}`);
  const rewritten = { version, fields: { notice_text: '改为十六日' } };
  assert.equal(
    (await ask('PATCH', `/tickets/${notice}`, { who: 'supervisor' }, rewritten)).body.code,
    'receipt.approved_already',
  );
  assert.equal(
    await send('assistant', `/receipts/${(await of(notice, 'chen'))['id']}/known`, { by: 'phone' }),
    'receipt.not_out_yet',
  );
  await works();
  const [chen, lin, zhou] = await Promise.all((['chen', 'lin', 'zhou'] as const).map((who) => of(notice, who)));
  assert.deepEqual([chen!['state'], chen!['deliveredBy'], chen!['place'].code], ['delivered', 'message', '3-1202']);
  assert.deepEqual([lin!['state'], zhou!['state']], ['to_deliver', 'to_deliver']);
  const messages = await world.read((tx) => tx.selectFrom('message').select(['text', 'subject']).execute());
  assert.equal(messages.length, 1);
  assert.match(messages[0]!.text, /停水检修[\s\S]*2026-09-10 前确认知晓/);
  const [clock] = await clocksAbout(world, lin!['id']);
  assert.deepEqual(
    [clock!.owner_id, clock!.kind, clock!.state],
    [world.people.assistant, 'notice_delivery', 'running'],
  );

  assert.match(await send('plumber', `/receipts/${lin!['id']}/delivered`, { by: 'hand' }), /^right\./);
  for (const one of [lin, zhou])
    assert.equal(await send('assistant', `/receipts/${one!['id']}/delivered`, { by: 'letter_box' }), 'done');
  assert.equal(await send('assistant', `/receipts/${lin!['id']}/delivered`, { by: 'hand' }), 'receipt.not_to_deliver');
  assert.equal((await clocksAbout(world, lin!['id']))[0]!.outcome, 'kept');
  assert.equal(await send('desk', `/receipts/${lin!['id']}/known`, { by: 'phone' }), 'done');
  assert.equal(await send('desk', `/receipts/${lin!['id']}/known`, { by: 'phone' }), 'receipt.known_already');
  const touch = (await get(`/contacts?customerId=${world.customers.lin}`, { who: 'desk' })).items[0];
  assert.deepEqual([touch.direction, touch.channel, touch.need], ['out', 'phone', '停水告知']);
  assert.equal(await decide('supervisor', notice, 'verification'), 'receipt.still_open');
});

test('a customer signed in by code reports, asks, says that he knows a notice, and sees his own matters; nobody else’s are there [ROLE-46]', async () => {
  const [chen, lin] = [await enters('chen'), await enters('lin')];
  const report = {
    kind: 'complaint',
    text: '楼下太吵',
    name: '陈先生',
    phone: '13800001202',
    place: '3-1202',
    fields: { about: 'noise' },
  };
  const question = { kind: 'consultation', text: '装修要办什么手续？', name: '陈先生', phone: '13800001202' };
  for (const form of [report, question]) {
    const { status, text } = await ask('POST', '/public/matters', { cookie: chen }, form);
    assert.equal(status, 201, text);
  }
  const cases = (await get('/public/cases', { cookie: chen })).items as { id: string; title: string }[];
  for (const { text } of [report, question])
    assert.ok(
      cases.some(({ title }) => title === text),
      text,
    );
  assert.equal((await get(`/public/cases/${cases[0]!.id}`, { cookie: chen })).title, cases[0]!.title);
  assert.deepEqual((await get('/public/cases', { cookie: lin })).items, []);
  assert.equal((await ask('GET', `/public/cases/${cases[0]!.id}`, { cookie: lin })).status, 404);

  const [own] = (await get('/public/notices', { cookie: chen })).items;
  assert.deepEqual([own.title, own.knowBy, own.place, own.knownAt], ['停水告知', '2026-09-10', '3-1202', null]);
  assert.match(own.text, /停水检修/);
  const known = (cookie?: string) => ask('POST', `/public/notices/${own.id}/known`, cookie ? { cookie } : {});
  assert.equal((await known()).status, 401);
  assert.equal((await known(lin)).status, 404, 'nor his notices');
  assert.equal((await known(chen)).status, 200);
  const first = (await get('/public/notices', { cookie: chen })).items[0].knownAt;
  wait(world, 60);
  assert.equal((await known(chen)).status, 200, 'pressed again it stays as it was');
  assert.equal((await get('/public/notices', { cookie: chen })).items[0].knownAt, first);
  const row = await of(notice, 'chen');
  assert.deepEqual([row['state'], row['knownBy'], row['by']], ['known', 'page', null]);
});

test('who has not said by the day that he knows stands in a list and is owed a call that turns late; how many know is counted, and taken out [APRV-11]', async () => {
  const zhou = (await of(notice, 'zhou'))['id'] as string;
  assert.equal((await clocksAbout(world, zhou)).length, 1, 'the delivery alone');
  world.at('2026-09-11T00:00+08:00');
  await works();
  assert.deepEqual(
    (await listed(`ticket=${notice}&open=true`)).map((one) => one['id']),
    [zhou],
  );
  assert.deepEqual(
    (await listed('mine=true')).map((one) => one['id']),
    [zhou],
  );
  const call = async () => (await clocksAbout(world, zhou)).find(({ kind }) => kind === 'notice_call')!;
  assert.deepEqual([(await call()).owner_id, (await call()).state], [world.people.assistant, 'running']);
  wait(world, 5 * 86_400);
  assert.ok((await call()).due_at < world.clock.now());
  assert.equal(await send('assistant', `/receipts/${zhou}/missed`, { by: 'visit', outcome: '三次上门无人' }), 'done');
  assert.equal((await call()).state, 'late');
  const touch = (await get(`/contacts?customerId=${world.customers.zhou}`, { who: 'desk' })).items[0];
  assert.deepEqual([touch.channel, touch.outcome], ['visit', '三次上门无人']);
  const { households, counts } = await counted(notice);
  assert.deepEqual([households, counts.known, counts.not_reached], [3, 2, 1]);
  assert.equal(await decide('supervisor', notice, 'verification'), 'done');

  const taken = await ask(
    'POST',
    '/lists/receipts/take-out',
    { who: 'assistant' },
    {
      id: newId(world.clock.now()),
      format: 'csv',
      query: { ticket: notice },
    },
  );
  const lines = taken.text.trim().split(/\r?\n/);
  assert.equal(lines.length, 4);
  assert.match(taken.text, /3-902,周先生/);
  assert.equal(await send('desk', `/receipts/${zhou}/known`, { by: 'signature' }), 'done', 'he comes by later');
  assert.equal((await counted(notice)).counts.known, 3);
});

test('a day that has passed is not approved; a notice that is not sent owes nobody anything', async () => {
  const late = await draft();
  assert.equal(await choose(late, { all: true }), 'done');
  assert.equal(await decide('manager', late, 'proposal'), 'done');
  assert.equal(await decide('office', late, 'approval'), 'receipt.day_past');
  const gone = await draft({ know_by: '2026-10-01' });
  assert.equal(await choose(gone, { all: true }), 'done');
  for (const [who, approval] of [
    ['manager', 'proposal'],
    ['office', 'approval'],
  ] as const)
    assert.equal(await decide(who, gone, approval), 'done');
  await works();
  const lin = (await of(gone, 'lin'))['id'];
  assert.equal(await send('supervisor', `/tickets/${gone}/cancel`, { as: 'withdrawn', reason: '改期' }), 'done');
  assert.equal((await clocksAbout(world, lin))[0]!.state, 'cancelled');
  assert.equal(await send('assistant', `/receipts/${lin}/delivered`, { by: 'hand' }), 'receipt.notice_ended');
  const seen = (await get('/public/notices', { cookie: await enters('lin') })).items as { title: string }[];
  assert.equal(seen.length, 1, 'the first one alone');
});
