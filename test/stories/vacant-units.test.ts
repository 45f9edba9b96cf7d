import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { domainRoutes } from '../../src/routes.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { doorsOf } from '../doors.ts';
import { beginWithRounds, clocksAbout, ticketNow } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** Units that stand empty are inspected until somebody is there again; tenants are visited at home. */

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
  await beginWithRounds(world, ['vacant_units', 'home_visits']);
  desk = await deskOf(world, domainRoutes);
  await world.fire();
});
after(async () => {
  await desk.close();
  await world.drop();
});

type Row = Record<string, any>;
const { post, read } = doorsOf(() => desk);
const items = async (who: PersonKey, path: string): Promise<Row[]> => (await read(who, path))['items'];
const planOf = async (key: string): Promise<Row> =>
  (await items('supervisor', '/round-plans')).find((one) => one['key'] === key)!;
const listed = (query = '', who: PersonKey = 'desk') => items(who, `/vacancies?${query}`);
const unit = async (code: string, query = ''): Promise<Row | undefined> =>
  (await listed(query)).find((one) => one['place'].code === code);
const report = (who: PersonKey, id: string, line: string, over: object = {}) =>
  post(who, `/rounds/${id}/results`, { line, result: 'ok', ...over });
const linesOf = async (id: string): Promise<string[]> =>
  (await read('assistant', `/rounds/${id}`))['parts'].map((one: Row) => one['key']);
const all = async (id: string, over: Record<string, object> = {}) => {
  for (const line of await linesOf(id)) assert.equal(await report('assistant', id, line, over[line]), 'done', line);
};
const tenant = (name: string, place: string, more: object = {}) => ({
  kind: 'person',
  name,
  places: [{ placeId: place, relation: 'tenant', since: null, until: null, ...more }],
});
const addCustomer = async (body: object): Promise<string> => {
  const { status, body: answer } = await desk.send('desk', 'POST', '/customers', body);
  assert.ok(status < 300, JSON.stringify(answer));
  return answer['id'];
};

test('vacant units stand on a list with the dates of their inspections, each inspected at the set interval, and what is found is followed until the unit is intact [PTRL-06]', async (t) => {
  const plan = await planOf('vacant_units');
  const { flat1202, flat1102, flat0902, corridor } = world.places;
  const vacant = (placeId: string, over: object = {}) => ({
    placeId,
    since: '2026-09-01',
    reason: 'moved_out',
    ...over,
  });

  await t.test(
    'only a unit goes on it, once, with since when and why, where nobody is on file as living or working there',
    async () => {
      assert.deepEqual(
        (await items('desk', '/vacancies/unlisted')).map((one) => one['code']),
        ['3-902', '3-1102', '3-1202'],
        'an owner may live elsewhere',
      );
      for (const who of ['fitter', 'guard', 'cashier'] as const)
        assert.equal(await post(who, '/vacancies', vacant(flat1202)), 'right.missing', who);
      assert.equal(await post('desk', '/vacancies', vacant(corridor)), 'vacancy.no_unit');
      assert.equal(await post('desk', '/vacancies', vacant(flat1202, { since: '2026-09-08' })), 'vacancy.in_future');
      for (const missing of ['placeId', 'since', 'reason'])
        assert.equal(
          await post('desk', '/vacancies', { ...vacant(flat1202), [missing]: undefined }),
          'input.malformed',
        );
      const id = newId<'vacancy'>(world.clock.now());
      const note = '钥匙在前台 12 号柜';
      for (const time of [1, 2])
        assert.equal(await post('desk', '/vacancies', vacant(flat1202, { id, note })), 'done', `sent ${time} times`);
      assert.equal(await post('desk', '/vacancies', vacant(flat1202)), 'vacancy.listed');
      assert.equal(
        await post('assistant', '/vacancies', vacant(flat1102, { reason: 'not_let', since: '2026-08-15' })),
        'done',
      );
      const rows = await listed();
      assert.deepEqual(
        rows.map((one) => [one['place'].code, one['since'], one['reason'], one['note'], one['listedBy'].name]),
        [
          ['3-1102', '2026-08-15', 'not_let', '', '吕助理'],
          ['3-1202', '2026-09-01', 'moved_out', note, '王前台'],
        ],
      );
      assert.deepEqual(
        (await listed('reason=not_let')).map((one) => one['place'].code),
        ['3-1102'],
      );
      assert.deepEqual(
        (await listed('from=2026-09-01')).map((one) => one['place'].code),
        ['3-1202'],
      );
      assert.deepEqual(
        (await listed('until=2026-08-31')).map((one) => one['place'].code),
        ['3-1102'],
      );
      assert.deepEqual(await listed(`building=${world.places.estate}`), []);
      assert.deepEqual(
        (await items('desk', '/vacancies/unlisted')).map((one) => one['code']),
        ['3-902'],
      );
    },
  );

  await t.test('each has an inspection of its own, by the day of the plan, and lateness shows by itself', async () => {
    assert.deepEqual([plan['content'].every, plan['content'].over], ['month', 'vacant_units']);
    const row = (await unit('3-1202'))!;
    assert.equal(row['last'], null);
    assert.deepEqual([row['next'].dueAt, row['next'].state], ['2026-09-20T09:00:00.000Z', 'open']);
    const [owed] = await clocksAbout(world, row['next'].id);
    assert.deepEqual([owed!.post_id, owed!.state], [world.posts['customer_service_assistant'], 'running']);
    const round = await read('assistant', `/rounds/${row['next'].id}`);
    assert.deepEqual([round['place'].code, round['customer']], ['3-1202', null]);
    assert.equal(await report('desk', row['next'].id, 'water'), 'round.not_yours');
    const rounds = await items('supervisor', `/rounds?plan=${plan['id']}&state=open&place=${flat1102}`);
    assert.deepEqual(
      rounds.map((one) => [one['place'].code, one['state'], one['dueAt']]),
      [['3-1102', 'open', '2026-09-20T09:00:00.000Z']],
    );
    assert.deepEqual(await listed('inspection=late'), []);
  });

  await t.test(
    'a fault is a task at that unit, stays open from inspection to inspection, and is counted until it is settled',
    async () => {
      world.at('2026-09-10T10:00+08:00');
      const first = (await unit('3-1202'))!['next'].id as string;
      const leak = { result: 'fault', note: '厨房水管渗漏' };
      await all(first, { water: leak });
      assert.equal(await post('assistant', `/rounds/${first}/complete`), 'done');
      const row = (await unit('3-1202'))!;
      assert.deepEqual(
        [row['last'].at, row['last'].by.name, row['last'].faults, row['openFaults'], row['missed']],
        ['2026-09-10T02:00:00.000Z', '吕助理', 1, 1, 0],
      );
      assert.equal(row['next'].dueAt, '2026-10-20T09:00:00.000Z');
      assert.deepEqual(
        (await listed('faults=true')).map((one) => one['place'].code),
        ['3-1202'],
      );
      const follow = async (id: string) =>
        (await read('assistant', `/rounds/${id}`))['parts'].find((one: Row) => one['key'] === 'water');
      const { followUp } = await follow(first);
      const ticket = await ticketNow(world, followUp.id as Id<'ticket'>);
      assert.deepEqual(
        [ticket.place_id, ticket.department_id, ticket.offered_to_id, ticket.need],
        [flat1202, world.departments['engineering'], world.people.maintenance, '厨房水管渗漏'],
      );
      const other = (await unit('3-1102'))!['next'].id as string;
      assert.equal((await follow(other)).openSince, null, 'it is of the other flat');
      assert.equal(await report('assistant', other, 'water', leak), 'done');
      assert.notEqual((await follow(other)).followUp.id, followUp.id, 'a leak there is another');
      await world.until('2026-10-12T10:00+08:00');
      const second = (await unit('3-1202'))!['next'].id as string;
      assert.equal((await follow(second)).openSince.id, followUp.id);
      assert.equal(await report('assistant', second, 'water', { ...leak, note: '仍在渗漏' }), 'done');
      assert.equal((await follow(second)).followUp.id, followUp.id, 'not a second one');
      assert.equal((await unit('3-1202'))!['openFaults'], 1);
      assert.equal(
        await post('maintenance', `/tickets/${followUp.id}/offer/answer`, { accept: true, reason: '' }),
        'done',
      );
      assert.equal(await post('maintenance', `/tickets/${followUp.id}/resolve`, { outcome: '更换阀门' }), 'done');
      assert.equal((await unit('3-1202'))!['openFaults'], 0, 'intact again');
    },
  );

  await t.test('not made it is late, and counted as missed', async () => {
    await world.until('2026-10-21T09:00+08:00');
    assert.deepEqual(
      (await listed('inspection=late')).map((one) => one['place'].code),
      ['3-1102', '3-1202'],
    );
    const row = (await unit('3-1102'))!;
    assert.deepEqual([row['next'].state, row['missed'], row['last']], ['late', 2, null]);
    const share = (await items('manager', '/rounds/shares?from=2026-08-31T16:00:00Z')).find(
      (one) => one['plan'].id === plan['id'],
    )!;
    assert.deepEqual([share['due'], share['kept'], share['notDone']], [4, 1, 3]);
  });

  await t.test('the interval is set in the checklist', async () => {
    const { content, post: walker, version } = (await planOf('vacant_units')) as Row;
    const weekly = { content: { ...content, every: 'week', on: 5 }, postId: walker.id, why: '雨季加密', seen: version };
    assert.equal((await desk.send('manager', 'PUT', '/round-plans/vacant_units', weekly)).status, 200);
    const ahead = await items(
      'supervisor',
      `/rounds?plan=${plan['id']}&state=open&place=${flat1202}&from=2026-10-21T00:00:00Z`,
    );
    assert.deepEqual(ahead.map((one) => one['dueAt']).at(-1), '2026-10-23T09:00:00.000Z', 'on Friday');
  });

  await t.test(
    'it comes off the list as somebody moves in, by hand or by itself, and nothing ahead is owed any more',
    async () => {
      const of1202 = (await unit('3-1202'))!;
      const end = `/vacancies/${of1202['id']}/end`;
      assert.equal(await post('fitter', end, { as: 'occupied' }), 'right.missing');
      assert.equal(await post('desk', end, { as: 'occupied', note: '新租户入住' }), 'done');
      assert.equal(await post('desk', end, { as: 'occupied' }), 'vacancy.ended');
      const ended = (await unit('3-1202', 'state=ended'))!;
      assert.deepEqual(
        [ended['endedAs'], ended['endedNote'], ended['endedBy'].name, ended['next'], ended['last'].faults],
        ['occupied', '新租户入住', '王前台', null, 1],
      );
      const owed = await items(
        'supervisor',
        `/rounds?plan=${plan['id']}&state=open&place=${flat1202}&from=2026-10-21T02:00:00Z`,
      );
      assert.deepEqual(owed, []);
      await addCustomer(tenant('周租客', flat1102));
      const byItself = (await unit('3-1102', 'state=ended'))!;
      assert.deepEqual([byItself['endedAs'], byItself['endedBy']], ['occupied', null]);
      assert.equal(await post('desk', '/vacancies', vacant(flat1102)), 'vacancy.occupied');
      assert.equal(await post('desk', '/vacancies', vacant(flat0902)), 'done', 'another goes on');
    },
  );
});

test('tenants are visited at home at the set interval to learn what they think of the management, and what they are not content with goes to the department [VISIT-20]', async (t) => {
  const plan = await planOf('home_visits');
  const { flat1202, flat1102 } = world.places;
  const visits = (query = 'state=open', who: PersonKey = 'supervisor') =>
    items(who, `/rounds?plan=${plan['id']}&${query}`);
  let visit = '';

  await t.test('each tenant has a visit of his own, owners and former tenants none', async () => {
    assert.deepEqual([plan['content'].every, plan['content'].over], ['quarter', 'tenants']);
    await addCustomer(tenant('前租客', flat1202, { until: '2026-10-01' }));
    await addCustomer(tenant('吴租客', flat1202, { since: '2026-10-15' }));
    const open = (await visits()).filter((one) => one['begins'] === '2026-10-01');
    assert.deepEqual(
      open.map((one) => [one['customer'].name, one['place'].code, one['begins'], one['dueAt']]).toSorted(),
      [
        ['吴租客', '3-1202', '2026-10-01', '2026-12-14T09:00:00.000Z'],
        ['周租客', '3-1102', '2026-10-01', '2026-12-14T09:00:00.000Z'],
      ].toSorted(),
      'by the 75th day of the quarter',
    );
    const newest = open.find((one) => one['customer'].name === '吴租客')!;
    visit = newest['id'];
    assert.deepEqual(
      (await visits(`state=open&customer=${newest['customer'].id}`)).map((one) => one['id']),
      [visit],
    );
    const [owed] = await clocksAbout(world, visit);
    assert.deepEqual([owed!.post_id, owed!.state], [world.posts['customer_service_assistant'], 'running']);
    assert.equal(await report('desk', visit, 'management', { note: '满意' }), 'round.not_yours');
  });

  await t.test('his opinion of the management is written down, and without it the visit is not complete', async () => {
    world.at('2026-11-10T15:00+08:00');
    assert.equal(await report('assistant', visit, 'management'), 'round.text_missing');
    assert.equal(await post('assistant', `/rounds/${visit}/complete`), 'round.lines_missing');
    const said = '巡查到位，建议延长前台服务时间';
    const unhappy = { result: 'fault', note: '楼道清扫不及时' };
    const notes = { spoken_with: { note: '吴租客本人' }, management: { note: said }, wishes: { note: '增设快递柜' } };
    await all(visit, { ...notes, cleaning: unhappy });
    assert.equal(await post('assistant', `/rounds/${visit}/complete`), 'done');
    const done = await read('supervisor', `/rounds/${visit}`);
    assert.deepEqual([done['state'], done['doneBy'].name, done['customer'].name], ['kept', '吕助理', '吴租客']);
    assert.equal(done['parts'].find((one: Row) => one['key'] === 'management').result.note, said);
    const { followUp } = done['parts'].find((one: Row) => one['key'] === 'cleaning');
    const ticket = await ticketNow(world, followUp.id as Id<'ticket'>);
    assert.deepEqual(
      [ticket.department_id, ticket.customer_id, ticket.place_id, ticket.need],
      [world.departments['cleaning_greening'], done['customer'].id, flat1202, '楼道清扫不及时'],
    );
    const [found] = await items('manager', `/round-findings?plan=${plan['id']}`);
    assert.deepEqual([found!['note'], found!['place'].code, found!['way']], ['楼道清扫不及时', '3-1202', null]);
  });

  await t.test(
    'who is not visited in time shows as late, and the next quarter owes the next; who left is not owed one',
    async () => {
      await world.until('2026-12-15T09:00+08:00');
      const late = await visits('state=missed');
      assert.deepEqual(
        late.map((one) => [one['customer'].name, one['state']]),
        [['周租客', 'late']],
      );
      await world.until('2027-01-04T09:00+08:00');
      const next = await visits('state=open&from=2027-01-01T00:00:00Z');
      assert.deepEqual(
        [
          ...new Set(next.filter((one) => one['begins'] === '2027-01-01').map((one) => one['customer'].name)),
        ].toSorted(),
        ['吴租客', '周租客'].toSorted(),
      );
      const zhou = late[0]!['customer'].id as string;
      const { version } = await read('desk', `/customers/${zhou}`);
      const left = [{ placeId: flat1102, relation: 'tenant', since: null, until: '2027-01-03' }];
      const { status } = await desk.send('desk', 'PATCH', `/customers/${zhou}`, { version, places: left });
      assert.equal(status, 200);
      const after = await visits('state=open&from=2027-01-01T00:00:00Z');
      assert.ok(
        after.every((one) => one['customer'].name === '吴租客'),
        'he rents no more',
      );
    },
  );
});
