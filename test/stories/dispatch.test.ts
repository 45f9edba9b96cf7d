import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '../../src/kernel/id.ts';
import { reportAbsence } from '../../src/organisation/commands/report-absence.ts';
import { myWork } from '../../src/report/my-work.ts';
import { domainRoutes } from '../../src/routes.ts';
import { issueWorkOrder } from '../../src/work-order/commands/issue-work-order.ts';
import { acceptWorkOrder } from '../../src/work-order/commands/take-steps.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { clocksAbout, takeInMatter, told } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** A pipe bursts on a Monday: who is here and free, who is sent, who says that he has it, and when it is done. */

type Body = Record<string, any>;
let world: World;
let desk: Desk;
let burst: string;
before(async () => {
  world = await freshWorld({ at: '2026-09-28T08:00+08:00' });
  desk = await deskOf(world, domainRoutes);
  for (const who of ['plumber', 'fitter', 'electrician', 'guard', 'cleaning', 'desk2'] as const)
    await plan(who, who === 'desk2' ? 'online' : 'on_site');
  await send('manager', '/attendance/rota/publish', { week: '2026-09-28' });
  await plan('assistant');
  world.at('2026-09-28T08:50+08:00');
  for (const who of ['plumber', 'fitter', 'electrician', 'desk2'] as const)
    assert.equal(await send(who, '/attendance/clock', { sort: 'in' }), 'done');
  await world.act('cleaning', reportAbsence, world.people.cleaning, {
    id: newId<'absence'>(world.clock.now()),
    from: world.clock.now(),
    until: '2026-09-28T10:00:00.000Z' as never,
    reason: '发烧',
  });
  await world.until('2026-09-28T10:00+08:00');
  const ticket = await takeInMatter(world, 'emergency_repair', { title: '3 栋爆管' });
  burst = ticket.id;
  const order = await world.act('desk', issueWorkOrder, ticket.id, {
    departmentId: world.departments['engineering'] as never,
    personId: world.people.plumber,
    task: '关总阀',
  });
  const issued = await hands();
  assert.equal(issued['plumber'], 'free', 'what he has not accepted is not in his hand');
  await world.act('plumber', acceptWorkOrder, order.id, {});
});
after(async () => {
  await desk.close();
  await world.drop();
});

async function plan(who: PersonKey, presence = 'on_site'): Promise<void> {
  const id = newId(world.clock.now());
  const shift = { id, personId: world.people[who], day: '2026-09-28', from: '09:00', to: '18:00', presence };
  assert.equal(await send('manager', '/attendance/shifts', shift), 'done');
}
const send = async (who: PersonKey, path: string, body: object = {}) => {
  const answer = await desk.send(who, 'POST', path, body);
  return (answer.body['code'] ?? answer.body['id'] ?? 'done') as string;
};
const read = async (who: PersonKey, path: string): Promise<Body> => {
  const { status, body } = await desk.get(who, path);
  assert.equal(status, 200, `${path} ${JSON.stringify(body)}`);
  return body;
};
/** Everybody on the board by his key, with how he stands. */
async function hands(who: PersonKey = 'supervisor', query = ''): Promise<Record<string, string>> {
  const { items } = await read(who, `/dispatch/hands?${query}`);
  const keys = new Map(Object.entries(world.people).map(([key, id]) => [id as string, key]));
  return Object.fromEntries(items.map((one: Body) => [keys.get(one['person'].id), one['standing']]));
}
const order = (to: PersonKey, over: object = {}) => ({
  toId: world.people[to],
  what: '到 3 栋 12 层走廊封堵漏点',
  placeId: world.places.corridor,
  ticketId: burst,
  ...over,
});
const orders = async (query = '', who: PersonKey = 'supervisor') =>
  (await read(who, `/dispatch/orders?${query}`))['items'] as Body[];
const one = async (id: string, who: PersonKey = 'supervisor') =>
  (await orders('', who)).find((each) => each['id'] === id)!;

let first: string;

test('the board shows who has a published shift now, whether he came, and who is free: not who has work in hand, sits at a screen, is away or has not come [SAFE-06]', async () => {
  assert.deepEqual(await hands(), {
    electrician: 'free',
    fitter: 'free',
    plumber: 'busy',
    desk2: 'online',
    guard: 'not_here',
    cleaning: 'away',
  });
  const board = await read('supervisor', '/dispatch/hands');
  assert.equal(board['free'], 2);
  const plumber = board['items'].find((each: Body) => each['person'].id === world.people.plumber);
  assert.deepEqual(
    [plumber.workOrders.map(({ stage }: Body) => stage), plumber.shift.inAt, plumber.shift.until, plumber.can.send],
    [['accepted'], '2026-09-28T00:50:00.000Z', '2026-09-28T10:00:00.000Z', null],
  );
  assert.deepEqual(await hands('supervisor', 'standing=free'), { electrician: 'free', fitter: 'free' });
  assert.deepEqual(await hands('supervisor', `department=${world.departments['security']}`), {
    guard: 'not_here',
  });
  assert.equal(Object.keys(await hands('desk')).length, 6, 'the front desk reads');
  assert.equal((await read('desk', '/dispatch/hands'))['can'].give.code, 'right.missing');
  assert.deepEqual(Object.keys(await hands('guard')), ['guard'], 'a guard sees his own department');
  assert.equal((await desk.get('cashier', '/dispatch/hands')).status, 200);
  assert.match((await desk.get('admin', '/dispatch/hands')).body['code'], /^right\./);
});

test('an order says who was sent where and what for, by whom and when; it is on the emergency and cannot be given blindly [SAFE-06]', async () => {
  for (const [who, code] of [
    ['desk', 'right.out_of_scope'],
    ['plumber', 'right.missing'],
  ] as const)
    assert.equal(await send(who, '/dispatch/orders', order('electrician')), code);
  assert.equal(
    await send('captain', '/dispatch/orders', order('electrician')),
    'right.out_of_scope',
    'not of his department',
  );
  for (const [over, code] of [
    [{ what: ' ' }, 'input.malformed'],
    [{ toId: newId(world.clock.now()) }, 'person.not_here'],
    [{ placeId: undefined }, 'dispatch.nowhere'],
    [{ placeId: newId(world.clock.now()) }, 'place.unknown'],
    [{ ticketId: newId(world.clock.now()) }, 'ticket.unknown'],
    [{ dueAt: '2026-09-28T09:00:00+08:00' }, 'promise.in_past'],
  ] as const)
    assert.equal(await send('supervisor', '/dispatch/orders', order('electrician', over)), code);
  const id = newId(world.clock.now());
  first = await send('supervisor', '/dispatch/orders', {
    id,
    ...order('electrician', { dueAt: '2026-09-28T11:00:00+08:00' }),
  });
  assert.equal(await send('supervisor', '/dispatch/orders', { id, ...order('electrician') }), first, 'once');
  const given = await one(first, 'desk');
  assert.deepEqual(
    [
      given['to'].name,
      given['givenBy'].name,
      given['givenAt'],
      given['what'],
      given['place'].code,
      given['state'],
      given['standing'],
    ],
    ['褚电工', '何主管', '2026-09-28T02:00:00.000Z', '到 3 栋 12 层走廊封堵漏点', 'P-3-12', 'given', 'free'],
  );
  assert.equal((await hands())['electrician'], 'busy', 'he has this in hand from now on');
  assert.equal(await send('manager', '/dispatch/orders', order('electrician')), 'dispatch.not_free');
  const second = await send('manager', '/dispatch/orders', order('guard', { why: '离现场最近', spot: '东门' }));
  const guard = await one(second);
  assert.deepEqual([guard['standing'], guard['why'], guard['spot']], ['not_here', '离现场最近', '东门']);
  const lines = JSON.stringify(await read('supervisor', `/tickets/${burst}/timeline`));
  assert.equal(lines.split('"dispatch.given"').length - 1, 2, 'both stand on the emergency');
  assert.equal((await orders(`ticket=${burst}`)).length, 2);
});

test('whoever is sent hears at once and says that he has it; until he does it is owed, and those above hear one after the other [SAFE-06]', async () => {
  world.clock.advance(10_000);
  assert.ok((await told(world, 'electrician')).some(({ type }) => type === 'dispatch.given'));
  const mine = JSON.stringify(await world.ask('electrician', myWork));
  assert.ok(mine.includes('take_dispatch') && mine.includes('封堵漏点'));
  assert.deepEqual(
    (await orders('mine=true', 'electrician')).map((each) => each['id']),
    [first],
  );
  await world.until('2026-09-28T10:04+08:00');
  assert.match(await send('fitter', `/dispatch/orders/${first}/take`), /^right\./, 'not his');
  assert.equal(
    await send('electrician', `/dispatch/orders/${first}/done`, { outcome: '已封堵' }),
    'dispatch.not_taken',
  );
  assert.equal(await send('electrician', `/dispatch/orders/${first}/take`), 'done');
  assert.equal(await send('electrician', `/dispatch/orders/${first}/take`), 'dispatch.taken_already');
  const taken = await one(first);
  assert.deepEqual(
    [taken['state'], taken['takenAt'], taken['takeBy'], taken['late'], taken['acts'][0].by.name],
    ['taken', '2026-09-28T02:04:00.000Z', '2026-09-28T02:05:00.000Z', false, '褚电工'],
  );
  await world.until('2026-09-28T10:06+08:00');
  const [late] = await orders('late=true');
  assert.deepEqual([late!['to'].name, late!['state'], late!['late']], ['蒋保安', 'given', true]);
  const heard = async (who: PersonKey) =>
    (await told(world, who)).some(
      ({ subject, params }) => subject.id === late!['id'] && params['kind'] === 'take_dispatch',
    );
  const whoHeard = async () => {
    const each = ['guard', 'captain', 'manager'] as const;
    const known = await Promise.all(each.map(heard));
    return each.filter((_, at) => known[at]);
  };
  assert.deepEqual(await whoHeard(), ['guard', 'captain']);
  await world.until('2026-09-28T10:25+08:00');
  assert.deepEqual(await whoHeard(), ['guard', 'captain', 'manager'], 'a quarter of an hour later the centre manager');
  assert.ok(
    (await told(world, 'supervisor')).some(({ type }) => type === 'dispatch.taken'),
    'who gave it hears that it is taken',
  );
  assert.match(await send('guard', `/dispatch/orders/${late!['id']}/recall`, { reason: '不去' }), /^right\./);
  assert.equal(await send('guard', `/dispatch/orders/${late!['id']}/decline`, { reason: ' ' }), 'input.malformed');
  assert.equal(await send('guard', `/dispatch/orders/${late!['id']}/decline`, { reason: '尚在路上' }), 'done');
  const [clock] = await clocksAbout(world, late!['id']);
  assert.equal(clock!.state, 'late');
});

test('it is done with what was done and when, said by himself or by whoever sent him; called back it is owed no more; nothing of it is ever changed [SAFE-06]', async () => {
  const path = `/dispatch/orders/${first}`;
  assert.equal(await send('electrician', `${path}/done`, { outcome: '' }), 'input.malformed');
  const done = { outcome: '漏点已封堵，恢复供水', happenedAt: '2026-09-28T10:20:00+08:00' };
  assert.equal(
    await send('electrician', `${path}/done`, { ...done, happenedAt: '2026-09-28T10:01:00+08:00' }),
    'happened.too_early',
  );
  assert.equal(await send('electrician', `${path}/done`, done), 'done');
  assert.equal(await send('electrician', `${path}/done`, done), 'dispatch.ended');
  const ended = await one(first);
  assert.deepEqual(
    [ended['state'], ended['doneAt'], ended['acts'].map((each: Body) => [each['act'], each['said'], each['by'].name])],
    [
      'done',
      '2026-09-28T02:20:00.000Z',
      [
        ['taken', '', '褚电工'],
        ['done', '漏点已封堵，恢复供水', '褚电工'],
      ],
    ],
  );
  const settled = (await clocksAbout(world, first)).map(({ kind, state }) => [kind, state]);
  assert.deepEqual(settled.toSorted(), [
    ['carry_out_dispatch', 'kept'],
    ['take_dispatch', 'kept'],
  ]);
  assert.equal((await hands())['electrician'], 'free', 'free again');

  const third = await send('supervisor', '/dispatch/orders', order('fitter', { ticketId: undefined }));
  assert.equal(await send('manager', `/dispatch/orders/${third}/take`), 'done', 'heard by radio');
  assert.equal((await one(third))['acts'][0].by.name, '许经理');
  assert.equal(await send('desk', `/dispatch/orders/${third}/recall`, { reason: '不需要' }), 'right.out_of_scope');
  assert.equal(await send('supervisor', `/dispatch/orders/${third}/recall`, { reason: '已无需增援' }), 'done');
  world.clock.advance(10_000);
  assert.ok((await told(world, 'fitter')).some(({ type }) => type === 'dispatch.recalled'));
  assert.deepEqual(
    (await orders('state=recalled')).map((each) => each['id']),
    [third],
  );
  assert.deepEqual(await orders('open=true'), []);
  assert.equal((await orders(`givenBy=${world.people.manager}`)).length, 1);
  assert.equal(
    (await orders(`to=${world.people.fitter}&from=${encodeURIComponent('2026-09-28T10:00:00+08:00')}`)).length,
    1,
  );
  assert.equal((await orders(`until=${encodeURIComponent('2026-09-28T09:00:00+08:00')}`)).length, 0);
  assert.equal((await orders('', 'guard')).length, 1, 'his own department’s');
  for (const statement of [
    sql`update dispatch_order set given_at = given_at + interval '1 hour'`,
    sql`delete from dispatch_act`,
  ])
    await assert.rejects(
      world.act(null, ({ tx }) => statement.execute(tx)),
      { constraint: 'dispatch_stays' },
    );
});

test('at night an order and what its ladder says of it wait for no morning [SAFE-06]', async () => {
  await world.until('2026-09-28T23:30+08:00');
  const night = await send('supervisor', '/dispatch/orders', order('night', { why: '夜班值守', ticketId: undefined }));
  await world.until('2026-09-28T23:55+08:00');
  assert.ok(
    (await told(world, 'night')).some(({ type, subject }) => type === 'dispatch.given' && subject.id === night),
  );
  const late = (await told(world, 'manager')).filter(
    ({ params, at }) => params['kind'] === 'take_dispatch' && at > '2026-09-28T15:30',
  );
  assert.equal(late.length, 1);
  assert.equal((await hands())['plumber'], 'busy', 'whoever has not said that he goes is here still');
  assert.equal(await send('night', `/dispatch/orders/${night}/take`), 'done');
});
