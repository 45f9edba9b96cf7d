import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf } from '../../test/desk-server.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { openTicket } from '../ticket/commands/open-ticket.ts';
import { openTicketInput } from '../ticket/inputs.ts';
import { issueWorkOrder } from '../work-order/commands/issue-work-order.ts';
import { issueWorkOrderInput } from '../work-order/inputs.ts';

let world: World;
let desk: Desk;
let flat: string;
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world);
  const building = await desk.send('supervisor', 'POST', '/places', {
    kind: 'building',
    code: '9',
    parentId: world.places.estate,
  });
  flat = await addFlat(building.body.id, '1202');
  await addFlat(building.body.id, '1302');
  await add('王小明', '13812345678', flat, 'owner');
  await add('王晓敏', '13912345678', flat, 'tenant');
  await add('李强', '13812340000');
});
after(async () => {
  await desk.close();
  await world.drop();
});

async function addFlat(parentId: string, code: string): Promise<string> {
  return (await desk.send('supervisor', 'POST', '/places', { kind: 'unit', code, parentId })).body.id;
}

async function add(name: string, number: string, placeId?: string, relation?: string): Promise<string> {
  const places = placeId ? [{ placeId, relation }] : [];
  const answer = await desk.send('desk', 'POST', '/customers', { name, phones: [{ number }], places });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.id;
}

async function lookUp(q: string) {
  const answer = await desk.get('desk', `/desk/lookup?q=${encodeURIComponent(q)}`);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body;
}
const names = async (q: string): Promise<string[]> =>
  (await lookUp(q)).people.map((person: { name: string }) => person.name).toSorted();

const ASKED: [q: string, names: string[]][] = [
  ['13812345678', ['王小明']],
  ['+86 138 1234 5678', ['王小明']],
  ['5678', ['王小明', '王晓敏']],
  ['12345678', ['王小明', '王晓敏']],
  ['138123', ['李强', '王小明']],
  ['王小明', ['王小明']],
  ['小明', ['王小明']],
  ['wxm', ['王小明', '王晓敏']],
  ['wangxiaoming', ['王小明']],
  ['9-1202', ['王小明', '王晓敏']],
  ['9栋1202', ['王小明', '王晓敏']],
  ['91202', ['王小明', '王晓敏']],
  ['没有这人', []],
];
for (const [q, expected] of ASKED)
  test(`the front desk types ${q} and finds ${expected.join(' and ') || 'nobody'} [CUST-23]`, async () => {
    assert.deepEqual(await names(q), expected.toSorted());
  });

test('people come with where they live, how they may be called, and how much is open', async () => {
  const { people, places } = await lookUp('9-1202');
  assert.deepEqual(
    people
      .map((one: Record<string, any>) => [one.name, one.place.code, one.relation, one.phoneShown, one.why])
      .toSorted(),
    [
      ['王小明', '9-1202', 'owner', '13812345678', 'lives_there'],
      ['王晓敏', '9-1202', 'tenant', '13912345678', 'lives_there'],
    ],
  );
  assert.deepEqual(
    places.map((one: Record<string, any>) => [one.code, one.residents]),
    [['9-1202', ['王小明', '王晓敏']]],
  );
  assert.deepEqual(
    (await lookUp('1302')).places.map((one: { code: string }) => one.code),
    ['9-1302'],
  );
});

test('the whole number comes before what only ends like it, and at most eight of each are shown', async () => {
  await add('短号', '5678');
  const { people } = await lookUp('5678');
  assert.equal(people[0].name, '短号');
  for (let nth = 0; nth < 10; nth += 1) await add(`同姓司马${nth}`, `1370000770${nth}`);
  assert.equal((await lookUp('司马')).people.length, 8);
  assert.equal((await lookUp('1370000770')).people.length, 8);
});

test('"leak in 9-1202, plumber due 15:30": what is open and promised is there while the caller speaks', async () => {
  const customerId = (await lookUp('13812345678')).people[0].customerId;
  const ticket = await world.act(
    'desk',
    openTicket,
    openTicketInput.parse({
      kind: 'leak',
      title: '厨房漏水',
      channel: 'phone',
      customerId,
      placeId: flat,
      fields: { leak_from: 'pipe' },
    }),
  );
  await world.act(
    'desk',
    issueWorkOrder,
    ticket.id,
    issueWorkOrderInput.parse({
      task: '修水管',
      personId: world.people.plumber,
      appointment: { fromAt: '2026-09-28T15:30:00+08:00', untilAt: '2026-09-28T16:30:00+08:00' },
    }),
  );
  const found = await lookUp(String(ticket.number));
  assert.deepEqual(
    found.tickets.map((one: Record<string, any>) => [one.number, one.customerName, one.placeCode]),
    [[ticket.number, '王小明', '9-1202']],
  );
  assert.equal((await lookUp('13812345678')).people[0].openCount, 1);
  const { body } = await desk.get('desk', `/desk/customer/${customerId}`);
  const [open] = body.open;
  assert.deepEqual([open.number, open.kind.key, open.place.code], [ticket.number, 'leak', '9-1202']);
  assert.deepEqual([open.coming.fromAt, open.coming.personName, open.coming.department['zh-hans']].slice(0, 2), [
    '2026-09-28T07:30:00.000Z',
    '钱师傅',
  ]);
  assert.ok(open.clock.dueAt > '2026-09-28', 'with the worst clock');
  const place = await desk.get('desk', `/desk/place/${flat}`);
  assert.deepEqual([place.body.open.length, place.body.around.length, place.body.people.length], [1, 0, 2]);
  const above = (await lookUp('9-1302')).places[0].placeId;
  const next = await desk.get('desk', `/desk/place/${above}`);
  assert.deepEqual(
    next.body.around.map((one: Record<string, any>) => [one.number, one.side]),
    [[ticket.number, 'below']],
  );
});

test('who does not sit at a desk may not look callers up', async () => {
  assert.equal((await desk.get('plumber', '/desk/lookup?q=5678')).status, 403);
  assert.equal((await desk.get('desk', `/desk/customer/${crypto.randomUUID()}`)).body.code, 'customer.unknown');
  assert.equal((await desk.get('desk', '/desk/customer/1')).status, 422);
});
