import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setDuty } from '../organisation/commands/set-duty.ts';
import { issueWorkOrder } from '../work-order/commands/issue-work-order.ts';
import { issueWorkOrderInput } from '../work-order/inputs.ts';
import { takeInMatter } from '../../test/story.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { readBoard } from './board.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-11-16T09:00+08:00' });
});
after(() => world.drop());

async function reportLeak(sent: boolean): Promise<void> {
  const ticket = await takeInMatter(world, 'leak');
  if (sent) await world.act('desk', issueWorkOrder, ticket.id, issueWorkOrderInput.parse({ task: '上门查看' }));
}

const engineering = async () => {
  const board = await world.ask('manager', readBoard);
  return board.departments.find(({ id }) => id === world.departments['engineering'])!;
};

test('a department shows what it has in hand, and who of it is on duty', async () => {
  const before = await engineering();
  await reportLeak(false);
  await reportLeak(true);
  const now = await engineering();
  assert.equal(now.open, before.open + 2);
  assert.equal(now.orders, before.orders + 1);
  assert.ok(now.worst, 'the order owes something');
  await world.act('plumber', setDuty, world.people.plumber, { on: false });
  assert.equal((await engineering()).onDuty, before.onDuty - 1);
});

test('the board counts open matters and what falls due within the hour', async () => {
  const before = await world.ask('manager', readBoard);
  await reportLeak(true);
  const now = await world.ask('manager', readBoard);
  assert.equal(now.open, before.open + 1);
  assert.ok(now.dueInHour > before.dueInHour);
});
