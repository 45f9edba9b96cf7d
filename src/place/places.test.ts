import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addCustomer } from '../customer/commands/add-customer.ts';
import { addCustomerInput } from '../customer/inputs.ts';
import { openTicket } from '../ticket/commands/open-ticket.ts';
import { openTicketInput } from '../ticket/inputs.ts';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf } from '../../test/desk-server.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world);
});
after(async () => {
  await desk.close();
  await world.drop();
});

async function add(place: object): Promise<string> {
  const answer = await desk.send('supervisor', 'POST', '/places', place);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.id;
}

test('a building with its flats is added at once, and found by the ways people say a flat', async () => {
  const building = crypto.randomUUID();
  const flats = ['101', '102', '1001', '201'].map((code) => ({ kind: 'unit', code, parentId: building }));
  const places = [{ id: building, kind: 'building', code: '7', name: '7栋', parentId: world.places.estate }, ...flats];
  const answer = await desk.send('supervisor', 'POST', '/places/several', { places });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  assert.equal(answer.body.ids.length, 5);
  const level = await desk.get('desk', `/places?parent=${building}`);
  assert.deepEqual(
    level.body.items.map((item: { code: string }) => item.code),
    ['7-101', '7-102', '7-201', '7-1001'],
  );
  assert.deepEqual(
    level.body.items.map((item: { floor: number }) => item.floor),
    [1, 1, 2, 10],
  );
  for (const said of ['7-1001', '71001', '7栋1001', '7号楼1001室', 'block 7 flat 1001']) {
    const found = await desk.get('desk', `/desk/lookup?q=${encodeURIComponent(said)}`);
    assert.deepEqual(
      found.body.places.map((place: { code: string }) => place.code),
      ['7-1001'],
      said,
    );
  }
});

test('a level is read page by page without a place twice or left out', async () => {
  const building = await add({ kind: 'building', code: '8', parentId: world.places.estate });
  const codes = Array.from({ length: 25 }, (_, nth) => `${nth + 1}01`);
  await desk.send('supervisor', 'POST', '/places/several', {
    places: codes.map((code) => ({ kind: 'unit', code, parentId: building })),
  });
  const read: string[] = [];
  let next = '';
  do {
    const answer = await desk.get('desk', `/places?parent=${building}&limit=10${next && `&after=${next}`}`);
    read.push(...answer.body.items.map((item: { code: string }) => item.code));
    next = answer.body.next;
  } while (next);
  assert.deepEqual(
    read,
    codes.map((code) => `8-${code}`),
  );
});

test('sent twice, the same places are added once; a code that is taken is refused by name', async () => {
  const id = crypto.randomUUID();
  const place = { id, kind: 'public_area', code: 'GATE', parentId: world.places.estate };
  assert.equal(await add(place), id);
  assert.equal(await add(place), id);
  const taken = await desk.send('supervisor', 'POST', '/places', { ...place, id: crypto.randomUUID() });
  assert.deepEqual([taken.status, taken.body.code, taken.body.params.code], [422, 'place.code_taken', 'GATE']);
  const wrong = await desk.send('supervisor', 'POST', '/places', {
    kind: 'unit',
    code: '1',
    parentId: world.places.estate,
  });
  assert.deepEqual([wrong.status, wrong.body.code], [409, 'place.not_below']);
});

test('half of several places is never added', async () => {
  const places = [
    { kind: 'public_area', code: 'POOL', parentId: world.places.estate },
    { kind: 'unit', code: '9', parentId: world.places.estate },
  ];
  assert.equal((await desk.send('supervisor', 'POST', '/places/several', { places })).status, 409);
  const there = await world.read((tx) => tx.selectFrom('place').select('id').where('code', '=', 'POOL').execute());
  assert.deepEqual(there, []);
});

test('a place changed by somebody else meanwhile is refused, and the journal keeps what it was', async () => {
  const id = await add({ kind: 'facility', code: 'L-9', name: '电梯', parentId: world.places.building });
  const seen = (await desk.get('supervisor', `/places/${id}`)).body.version;
  const first = await desk.send('supervisor', 'PATCH', `/places/${id}`, {
    version: seen,
    safety: true,
    name: '9号电梯',
  });
  assert.equal(first.body.version, seen + 1);
  const late = await desk.send('supervisor', 'PATCH', `/places/${id}`, { version: seen, safety: false });
  assert.deepEqual([late.status, late.body.code], [409, 'stale']);
  const [, changed] = await world.events({ subjectId: id });
  assert.deepEqual(changed!.data, { former: { safety: false, name: '电梯' } });
  assert.equal((await desk.get('desk', `/places/${id}`)).body.safety, true);
});

test('a place with something open is not closed; closed, it is offered no more; reopened, it is back', async () => {
  const building = await add({ kind: 'building', code: '6', parentId: world.places.estate });
  const id = await add({ kind: 'unit', code: '1501', parentId: building });
  const input = openTicketInput.parse({
    kind: 'consultation',
    title: '问路',
    channel: 'phone',
    callerName: '路人',
    placeId: id,
    fields: { question: '物业费多少' },
  });
  await world.act('desk', openTicket, input);
  const page = await desk.get('supervisor', `/places/${id}`);
  assert.deepEqual(page.body.can.close, { code: 'place.open_tickets', params: { n: 1 } });
  assert.equal((await desk.send('supervisor', 'POST', `/places/${id}/close`, { reason: 'merged' })).status, 409);
  const empty = await add({ kind: 'unit', code: '1502', parentId: building });
  assert.equal((await desk.send('supervisor', 'POST', `/places/${empty}/close`, { reason: 'merged' })).status, 200);
  const found = async () => (await desk.get('desk', '/desk/lookup?q=6-1502')).body.places.length;
  assert.equal(await found(), 0);
  assert.deepEqual((await desk.get('supervisor', `/places/${empty}`)).body.can.change, {
    code: 'place.closed',
    params: { code: '6-1502' },
  });
  assert.equal((await desk.send('supervisor', 'POST', `/places/${empty}/reopen`, {})).status, 200);
  assert.equal(await found(), 1);
});

test('the page of a flat says who lives there, and what went wrong there and next door within a year', async () => {
  const { flat1202, flat1102 } = world.places;
  await world.act(
    'desk',
    addCustomer,
    addCustomerInput.parse({
      name: '钟小梅',
      phones: [{ number: '139 1111 2222' }],
      places: [{ placeId: flat1202, relation: 'tenant', since: '2026-01-01' }],
    }),
  );
  await world.act(
    'desk',
    addCustomer,
    addCustomerInput.parse({
      name: '旧租客',
      places: [{ placeId: flat1202, relation: 'tenant', since: '2020-01-01', until: '2021-01-01' }],
    }),
  );
  const leak = openTicketInput.parse({
    kind: 'leak',
    title: '天花板滴水',
    channel: 'phone',
    callerName: '林女士',
    placeId: flat1102,
    fields: { leak_from: 'ceiling' },
  });
  await world.act('desk', openTicket, leak);
  const { body } = await desk.get('desk', `/places/${flat1202}`);
  assert.deepEqual(
    body.path.map((one: { code: string }) => one.code),
    ['HY', '3'],
  );
  assert.deepEqual(
    body.people.map((one: { name: string; relation: string }) => [one.name, one.relation]),
    [
      ['陈先生', 'owner'],
      ['钟小梅', 'tenant'],
    ],
  );
  assert.deepEqual(body.people[1].phones, ['13911112222']);
  assert.deepEqual(
    body.neighbours.map((one: { code: string; side: string }) => [one.code, one.side]),
    [['3-1102', 'below']],
  );
  assert.deepEqual(
    body.troubles.map((one: { title: string; side: string }) => [one.title, one.side]),
    [['天花板滴水', 'below']],
  );
  assert.ok(body.troubles[0].clock, 'its worst clock is shown');
});

test('who may not edit places is refused, and sees so before he tries', async () => {
  const { status, body } = await desk.send('desk', 'POST', '/places', { kind: 'estate', code: 'X' });
  assert.deepEqual([status, body.code], [403, 'right.missing']);
  assert.equal((await desk.get('desk', '/places')).body.can.add.code, 'right.missing');
  const unknown = await desk.get('desk', `/places/${crypto.randomUUID()}`);
  assert.deepEqual([unknown.status, unknown.body.code], [404, 'place.unknown']);
});

test('a cursor that somebody made up is refused, not guessed at', async () => {
  for (const values of [
    ['unit', 'x', '1'],
    ['unit', 1.5, '1'],
    ['unit', 1],
  ]) {
    const after = Buffer.from(JSON.stringify(values)).toString('base64url');
    assert.equal((await desk.get('desk', `/places?after=${after}`)).body.code, 'cursor.unknown');
  }
});
