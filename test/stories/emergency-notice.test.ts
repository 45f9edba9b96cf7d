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
import { clocksAbout, takeInMatter, told } from '../story.ts';
import { wholeServer } from '../whole-server.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** A main bursts at half past nine in the evening: owners are told within minutes what happened, and whom it reached is known. */

type Body = Record<string, any>;
let world: World;
let server: FastifyInstance;
let burst: Id<'ticket'>;
let notice: Id<'ticket'>;
before(async () => {
  world = await freshWorld({ at: '2026-09-28T21:30+08:00' });
  ({ server } = await wholeServer(world));
  await mailboxOf(world);
  const { version } = await get(`/customers/${world.customers.chen}`);
  const emails = [{ address: 'chen@example.com', label: '' }];
  await ask('PATCH', `/customers/${world.customers.chen}`, 'supervisor', { version, emails });
  const tenant = {
    name: '租客小吴',
    phones: [{ number: '13900001102', label: '' }],
    places: [{ placeId: world.places.flat1102, relation: 'tenant' }],
  };
  assert.equal((await ask('POST', '/customers', 'supervisor', tenant)).status, 201);
  burst = (await takeInMatter(world, 'emergency_repair', { title: '3 栋主管爆裂' })).id;
});
after(async () => {
  await server.close();
  await world.drop();
});

async function ask(method: 'GET' | 'POST' | 'PATCH', path: string, who: PersonKey, body?: object) {
  const headers = { 'x-huiyin': '1', 'x-test-person': who };
  const answer = await server.inject({ method, url: `/api${path}`, headers, ...(body ? { payload: body } : {}) });
  const isJson = String(answer.headers['content-type']).includes('json');
  return { status: answer.statusCode, text: answer.body, body: (isJson ? answer.json() : {}) as Body };
}
const get = async (path: string, who: PersonKey = 'supervisor') => (await ask('GET', path, who)).body;
/** `done`, or the code of why not. */
async function send(who: PersonKey, path: string, body: object = {}): Promise<string> {
  const answer = await ask('POST', path, who, body);
  return answer.status < 300 ? 'done' : answer.body['code'];
}
const decide = (who: PersonKey, approval: string) =>
  send(who, `/tickets/${notice}/approvals`, { approval, verdict: 'approved' });
const receipts = async (query = '') => (await get(`/receipts?ticket=${notice}${query}`))['items'] as Body[];
const of = async (name: string) => (await receipts()).find((one) => one['customer'].name === name)!;
const counts = async () => (await get(`/tickets/${notice}`))['receipts'] as Body;

async function works(): Promise<void> {
  const jobs: Tasks = { [DELIVER_RECEIPTS]: deliverReceipts, [CHASE_RECEIPTS]: chaseReceipts };
  const due = await world.read((tx) =>
    tx
      .selectFrom('outbox')
      .selectAll()
      .where('task', 'in', Object.keys(jobs))
      .where('run_at', '<=', world.clock.now())
      .execute(),
  );
  for (const { id, task, payload } of due) {
    await world.act(null, (context) => jobs[task]!(context, payload as Record<string, unknown>));
    await world.act(null, ({ tx }) => tx.deleteFrom('outbox').where('id', '=', id).execute());
  }
}

test('an explanation in an emergency hangs on it, goes to the owner of each unit, and is released in one act at any hour by whoever leads then, in a quarter of an hour [SAFE-07]', async () => {
  const draft = { title: '关于 3 栋停水的说明', channel: 'counter', customerId: undefined, placeId: undefined };
  const fields = { explanation: '主管爆裂，正在抢修，预计零点恢复供水，请关好水龙头。', know_by: '2026-09-28' };
  await assert.rejects(takeInMatter(world, 'emergency_notice', { ...draft, fields: {} }, 'assistant'));
  ({ id: notice } = await takeInMatter(world, 'emergency_notice', { ...draft, fields }, 'assistant'));
  assert.equal(await send('assistant', `/tickets/${notice}/links`, { toId: burst, why: 'caused_by' }), 'done');
  const { links } = await get(`/tickets/${burst}`);
  assert.deepEqual(
    links.map((one: Body) => [one['id'], one['why']]),
    [[notice, 'causes']],
    'found from the emergency',
  );
  assert.equal(await send('assistant', `/tickets/${notice}/addressees`, { placeIds: [world.places.building] }), 'done');
  assert.deepEqual(
    (await receipts()).map((one) => [one['place'].code, one['customer'].name]).toSorted(),
    [
      ['3-1102', '林女士'],
      ['3-1202', '陈先生'],
      ['3-902', '周先生'],
    ],
    'the owner, though a tenant lives there',
  );
  const owed = (await clocksAbout(world, notice)).find(({ kind }) => kind === 'approve_release')!;
  assert.equal(owed.due_at, '2026-09-28T13:45:00.000Z', 'a quarter of an hour, at night too');
  for (const who of ['assistant', 'desk2', 'plumber', 'office'] as const)
    assert.match(await decide(who, 'release'), /^ticket\.not_approver|^right\./, who);
  await works();
  assert.equal((await counts())['counts'].chosen, 3, 'nobody hears before it is released');
  assert.equal(await decide('night', 'release'), 'done');
});

test('whom it reached is recorded owner by owner: written to at once, or told by hand or telephone within two hours, and each known or called on before it counts as verified [SAFE-07]', async () => {
  await works();
  const [chen, lin, zhou] = await Promise.all(['陈先生', '林女士', '周先生'].map(of));
  assert.deepEqual(
    [chen!['state'], chen!['deliveredBy'], chen!['deliveredAt']],
    ['delivered', 'message', '2026-09-28T13:30:00.000Z'],
  );
  const [message] = await world.read((tx) => tx.selectFrom('message').select(['text', 'subject']).execute());
  assert.match(message!.text, /主管爆裂，正在抢修/);
  assert.deepEqual(
    [lin!['state'], zhou!['state'], lin!['dueAt']],
    ['to_deliver', 'to_deliver', '2026-09-28T15:30:00.000Z'],
  );
  world.at('2026-09-28T21:50+08:00');
  assert.match(await send('plumber', `/receipts/${lin!['id']}/delivered`, { by: 'phone' }), /^right\./);
  assert.equal(await send('assistant', `/receipts/${lin!['id']}/delivered`, { by: 'phone' }), 'done');
  const reached = await of('林女士');
  assert.deepEqual(
    [reached['state'], reached['deliveredBy'], reached['deliveredAt'], reached['by'].name],
    ['delivered', 'phone', '2026-09-28T13:50:00.000Z', '吕助理'],
  );
  assert.equal(await decide('supervisor', 'reached'), 'receipt.still_open');
  await world.until('2026-09-28T23:40+08:00');
  const clock = (await clocksAbout(world, zhou!['id'])).find(({ kind }) => kind === 'notice_delivery')!;
  assert.ok(clock.due_at < world.clock.now(), 'whoever was not reached in two hours');
  assert.ok((await told(world, 'assistant')).some(({ params }) => params['kind'] === 'notice_delivery'));
  assert.deepEqual(
    (await receipts('&state=to_deliver')).map((one) => one['customer'].name),
    ['周先生'],
  );
  assert.equal(await send('assistant', `/receipts/${chen!['id']}/known`, { by: 'phone' }), 'done');
  assert.equal(await send('assistant', `/receipts/${lin!['id']}/known`, { by: 'phone' }), 'done');
  assert.equal(
    await send('assistant', `/receipts/${zhou!['id']}/missed`, { by: 'visit', outcome: '家中无人' }),
    'done',
  );
  const { households, counts: stood } = await counts();
  assert.deepEqual([households, stood.known, stood.not_reached, stood.to_deliver], [3, 2, 1, 0]);
  assert.deepEqual(
    (await receipts('&open=true')).map((one) => one['customer'].name),
    ['周先生'],
    'whom it did not reach',
  );
  for (const who of ['assistant', 'desk2'] as const)
    assert.match(await decide(who, 'reached'), /^ticket\.not_approver|^right\./, who);
  assert.equal(await decide('supervisor', 'reached'), 'done');
  const taken = await ask('POST', '/lists/receipts/take-out', 'assistant', {
    id: newId(world.clock.now()),
    format: 'csv',
    query: { ticket: notice },
  });
  assert.equal(taken.text.trim().split(/\r?\n/).length, 4);
  assert.match(taken.text, /3-1102,林女士/);
});
