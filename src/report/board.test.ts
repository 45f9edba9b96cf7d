import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { takeIn } from '../contact/commands/take-in.ts';
import { intakeInput } from '../contact/inputs.ts';
import { newId } from '../kernel/id.ts';
import { setDuty } from '../organisation/commands/set-duty.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { readBoard } from './board.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-11-16T09:00+08:00' });
});
after(() => world.drop());

async function reportLeak(sent: boolean): Promise<void> {
  const id = newId<'ticket'>(world.clock.now());
  const ticket = { id, kind: 'leak', title: '厨房漏水', fields: { leak_from: 'ceiling' } };
  const contact = {
    channel: 'phone',
    purpose: 'repair',
    customerId: world.customers.chen,
    placeId: world.places.flat1202,
  };
  const workOrder = { task: '上门查看', departmentId: world.departments['engineering'] };
  await world.act('desk', takeIn, intakeInput.parse({ contact, ticket, ...(sent ? { workOrder } : {}) }));
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
