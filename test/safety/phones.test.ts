import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/kernel/id.ts';
import type { SafetyHouse } from './house.ts';
import { everything, safetyHouse } from './house.ts';
import type { Ids } from './samples.ts';
import { addressOf, queryOf } from './samples.ts';

/** Of a caller who is no customer of ours, so that it stands nowhere but where he left it. */
const CALLER = '13955557777';

let house: SafetyHouse;
let ids: Ids;
before(async () => {
  house = await safetyHouse();
  const { world } = house;
  const now = world.clock.now();
  const opened = await house.send({
    who: 'desk',
    method: 'POST',
    path: '/intake',
    body: {
      contact: {
        id: newId<'contact'>(now),
        channel: 'phone',
        purpose: 'repair',
        customerId: world.customers.chen,
        placeId: world.places.flat1202,
        callerName: '欧阳',
        callerPhone: CALLER,
        need: '漏水',
      },
      ticket: { id: newId<'ticket'>(now), kind: 'leak', title: '厨房漏水', fields: { leak_from: 'pipe' } },
      workOrder: { task: '上门查看', departmentId: world.departments['engineering'] },
    },
  });
  assert.equal(opened.status, 201, opened.text);
  ids = await house.ids(world);
});
after(() => house.close());

async function numbers(): Promise<string[]> {
  const { rows } = await house.world.database.pool.query<{ digits: string }>(
    'select distinct digits from org_world.customer_phone where length(digits) >= 7',
  );
  return [CALLER, ...rows.map(({ digits }) => digits.slice(-8))];
}

/** Every thing of which there are several, so that not only an empty one is looked at. */
async function everyAnswer(who: string): Promise<{ path: string; status: number; text: string }[]> {
  const answers = [];
  for (const route of house.routes.filter(({ method, sends }) => method === 'GET' && !sends))
    for (let at = 0; at < (route.path.includes(':') ? 5 : 1); at += 1) {
      const chosen = Object.fromEntries(Object.entries(ids).map(([thing, all]) => [thing, [all[at] ?? all[0]!]]));
      const path = addressOf(route, chosen) + queryOf(route, chosen, looked[route.path] ?? {});
      const { status, text } = await house.send({ who, method: 'GET', path });
      answers.push({ path, status, text });
    }
  return answers;
}

/** What finds somebody, where something has to be looked for. */
const looked: Record<string, Record<string, string>> = {
  '/search': { q: '漏水' },
  '/desk/lookup': { q: '1202' },
  '/tickets': { state: 'all' },
  '/work-orders': { state: 'all' },
};

/** Digits as they are read, whatever stands between them. */
const plain = (text: string) => text.replaceAll(/(?<=\d)[- ](?=\d)/g, '');

test('whoever may not see telephone numbers is shown none, on any page', async () => {
  const { 'customer.see_phone': _, ...others } = everything('organisation');
  await house.giveRights('stranger', others);
  const known = await numbers();
  const shown = (await everyAnswer('stranger'))
    .filter(({ text }) => known.some((digits) => plain(text).includes(digits)))
    .map(({ path }) => path);
  assert.deepEqual(shown, []);
});

test('whoever may sees them where they are needed, so the test before would have found them', async () => {
  const known = await numbers();
  const answers = await everyAnswer('almighty');
  assert.ok(answers.every(({ status }) => status < 500));
  for (const digits of known.slice(0, 2))
    assert.ok(
      answers.some(({ text }) => plain(text).includes(digits)),
      digits,
    );
});
