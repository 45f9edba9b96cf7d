import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { domainRoutes } from '../../src/routes.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { bringPapers, clocksAbout, takeInMatter, told } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** Nobody decides on papers that are not there: an approval stands still while they are waited for, as what else is owed does. */

let world: World;
let desk: Desk;
let id: Id<'ticket'>;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
  desk = await deskOf(world, domainRoutes);
  const fields = {
    works_sort: 'kitchen_bath',
    works: '厨房改水电',
    starts_on: '2026-09-21',
    ends_on: '2026-10-14',
    contractor: '匠心装饰',
    foreman: '马工',
    workers: 4,
  };
  id = (await takeInMatter(world, 'renovation', { title: '装修申请', channel: 'counter', fields })).id;
});
after(async () => {
  await desk.close();
  await world.drop();
});

const owed = async (kind: string) => (await clocksAbout(world, id)).find((one) => one.kind === kind)!;
const checkDue = async () => (await owed('approve_spot_check')).due_at;
const post = async (path: string, body: object = {}) => {
  const { version } = (await desk.get('desk', `/tickets/${id}`)).body;
  const { status, body: answer } = await desk.send('desk', 'POST', `/tickets/${id}${path}`, { version, ...body });
  assert.equal(status, 200, JSON.stringify(answer));
};
const explained = async () =>
  (await desk.get('desk', `/commitments/${(await owed('approve_spot_check')).id}/explanation`)).body;
const warned = async () =>
  (await told(world, 'assistant')).filter((one) => one.params['kind'] === 'approve_spot_check').length;

test('an approval is not due while the customer is waited for, and nobody is warned of it; with the papers it goes on with what was left [RENO-03]', async () => {
  assert.equal(await checkDue(), '2026-09-07T03:00:00.000Z', 'two hours of reception');
  world.at('2026-09-07T09:30+08:00');
  await post('/wait', { reason: 'waiting_customer' });
  assert.deepEqual(
    [(await owed('approve_spot_check')).state, (await owed('review')).state],
    ['paused', 'paused'],
    'as the other clocks of the ticket',
  );
  const before = await warned();
  await world.until('2026-09-08T10:00+08:00');
  assert.equal(await warned(), before);
  assert.equal((await owed('approve_spot_check')).state, 'paused');
  await post('/go-on');
  assert.deepEqual(
    [(await owed('approve_spot_check')).state, await checkDue()],
    ['running', '2026-09-08T03:30:00.000Z'],
    'half an hour was used of the two',
  );
  const { pauses, steps } = await explained();
  assert.deepEqual(
    pauses.map((one: Record<string, unknown>) => [one['reason'], one['from'], one['until']]),
    [['waiting_customer', '2026-09-07T01:30:00.000Z', '2026-09-08T02:00:00.000Z']],
  );
  assert.ok(JSON.stringify(steps).includes('waiting_customer'), 'and its steps say so');
});

test('at the longest a wait may last it goes on by itself', async () => {
  world.at('2026-09-08T10:30+08:00');
  await post('/wait', { reason: 'waiting_customer' });
  await world.until('2026-09-11T10:31+08:00');
  const clock = await owed('approve_spot_check');
  assert.deepEqual([clock.state, clock.due_at], ['running', '2026-09-11T03:30:00.000Z']);
  assert.equal((await desk.get('desk', `/tickets/${id}`)).body['stage'].class, 'active');
});

test('decided during the wait, it is kept by when it was decided', async () => {
  world.at('2026-09-11T10:40+08:00');
  await post('/wait', { reason: 'waiting_customer' });
  await bringPapers(world, 'desk', id);
  const { version } = (await desk.get('desk', `/tickets/${id}`)).body;
  const fields = { rules_given: true };
  assert.equal((await desk.send('desk', 'PATCH', `/tickets/${id}`, { version, fields })).status, 200);
  await post('/approvals', { approval: 'spot_check', verdict: 'approved' });
  assert.equal((await owed('approve_spot_check')).outcome, 'kept');
});
