import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf } from '../../test/desk-server.ts';
import { takeInMatter } from '../../test/story.ts';
import type { PersonKey } from '../../test/world-seed.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { reportRoutes } from '../report/routes.ts';
import { chargeOne } from './commands/charge-one.ts';
import { takePayment } from './commands/take-payment.ts';
import { waiveCharge } from './commands/settle.ts';
import { chargeOneInput, takePaymentInput } from './inputs.ts';
import { chargeRoutes } from './routes.ts';

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld({ at: '2026-09-14T09:00+08:00' });
  desk = await deskOf(world, [...reportRoutes, ...chargeRoutes]);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const WEEK = { from: '2026-09-14T00:00:00+08:00', until: '2026-09-21T00:00:00+08:00' };
const partsAs = async (who: PersonKey, more: Record<string, string> = {}) =>
  (await desk.get(who, `/figures/parts?${new URLSearchParams({ ...WEEK, ...more })}`)).body;
const charge = (input: object) => world.act('desk', chargeOne, chargeOneInput.parse(input));

test('money due stands with the part whose work it is for, less what was paid or waived, and leads to its charges [STAT-02]', async () => {
  const { chen, lin } = world.customers;
  const leak = await takeInMatter(world, 'leak');
  await charge({ item: 'paid_service', amount: 1_250, ticketId: leak.id });
  const permit = await charge({ item: 'permit_fee', quantity: 2, customerId: chen });
  const renovation = await charge({ item: 'renovation_charge', amount: 5_000, customerId: lin });
  const paid = { customerId: chen, amount: 1_500, way: 'cash', chargeIds: [permit] };
  await world.act('desk', takePayment, takePaymentInput.parse(paid));
  await world.act('manager', waiveCharge, renovation, { amount: 800, reason: '施工延误补偿' });

  const { rows, money } = await partsAs('manager');
  const due = (part: string) => money.rows[rows.findIndex((row: any) => row.key === world.departments[part])].due;
  assert.deepEqual(
    [due('engineering'), due('customer_service'), due('security'), money.whole, money.currency],
    [1_250, 500 + 4_200, 0, 5_950, 'CNY'],
  );
  for (const { due: owed, records } of money.rows) {
    const { body } = await desk.get('manager', records.slice(4));
    assert.equal(body.sums.open, owed, records);
    assert.equal(
      body.items.reduce((sum: number, one: any) => sum + one.open, 0),
      owed,
    );
  }
});

test('money is nobody’s to see by the figures alone, and is not made up of one person, kind or function', async () => {
  assert.notEqual((await partsAs('manager')).money, null);
  const narrower: Record<string, string>[] = [{ by: 'function' }, { kind: 'leak' }, { person: world.people.desk }];
  for (const one of narrower) assert.equal((await partsAs('manager', one)).money, null, JSON.stringify(one));
  const head = await partsAs('maintenance');
  assert.deepEqual([head.measures.length, head.money], [5, null], 'he sees figures, and no charges');
});
