import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cancelCommitments } from '../commitment/commands/cancel-commitments.ts';
import { MINUTE, plus } from '../kernel/time.ts';
import { issueWorkOrder } from '../work-order/commands/issue-work-order.ts';
import { issueWorkOrderInput } from '../work-order/inputs.ts';
import { takeInMatter } from '../../test/story.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { readDispatch } from './dispatch.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-11-16T09:00+08:00' });
});
after(() => world.drop());

async function reportLeak(title: string, urgency: 'normal' | 'urgent' | 'emergency' = 'normal'): Promise<void> {
  await takeInMatter(world, 'leak', { title, urgency });
  await world.until(plus(world.clock.now(), MINUTE));
}

async function send(ticketId: string): Promise<void> {
  await world.act('desk', issueWorkOrder, ticketId, issueWorkOrderInput.parse({ task: 'look at it' }));
  await world.until(plus(world.clock.now(), MINUTE));
}

const seen = (most: number) => world.ask('maintenance', readDispatch, { most });
const titles = (rows: { title: string }[]): string[] => rows.map(({ title }) => title);

test('what waits for hands stands by when it is pressed, and says where there is more', async () => {
  for (const title of ['one', 'two', 'three']) await reportLeak(title);
  await reportLeak('burst', 'emergency');
  const whole = await seen(30);
  assert.deepEqual(titles(whole.undispatched), ['burst', 'one', 'two', 'three']);
  assert.equal(whole.moreUndispatched, false);
  const first = await seen(2);
  assert.deepEqual(titles(first.undispatched), ['burst', 'one']);
  assert.equal(first.moreUndispatched, true);
});

test('an order takes its matter from the one list to the other, the first to be accepted first', async () => {
  const waiting = (await seen(30)).undispatched;
  const [burst, one, two] = waiting.map(({ id }) => id);
  for (const id of [one!, two!, burst!]) await send(id);
  const sent = await seen(30);
  assert.deepEqual(titles(sent.undispatched), ['three']);
  assert.deepEqual(titles(sent.unassigned), ['burst', 'one', 'two']);
  const first = await seen(2);
  assert.deepEqual(titles(first.unassigned), ['burst', 'one']);
  assert.equal(first.moreUnassigned, true);
});

test('an order that no clock presses stands after those, the longest waiting first', async () => {
  const { unassigned } = await seen(30);
  const ids = unassigned.map(({ workOrderId }) => workOrderId);
  for (const subjectId of ids.slice(0, 2))
    await world.act('desk', cancelCommitments, { subjectId, kinds: ['work_accept'], reason: 'no_limit' });
  const now = await seen(30);
  assert.deepEqual(
    titles(now.unassigned),
    [ids[2], ids[1], ids[0]].map((id) => titleOf(unassigned, id!)),
  );
  assert.deepEqual(titles((await seen(2)).unassigned), titles(now.unassigned).slice(0, 2));
});

function titleOf(rows: { workOrderId: string; title: string }[], id: string): string {
  return rows.find((row) => row.workOrderId === id)!.title;
}

test('a worker who may send nobody sees none of it', async () => {
  const { undispatched, unassigned } = await world.ask('plumber', readDispatch, { most: 30 });
  assert.deepEqual([undispatched, unassigned], [[], []]);
});

test('who can be sent stands with those on duty and least loaded first', async () => {
  const { people } = await seen(30);
  const [first] = people;
  assert.ok(first?.onDuty);
  const loads = people.filter(({ onDuty }) => onDuty).map(({ openOrders }) => openOrders);
  assert.deepEqual(
    loads,
    loads.toSorted((one, other) => one - other),
  );
  assert.ok(people.some(({ id }) => id === world.people.plumber));
});
