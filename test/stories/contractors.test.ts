import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '../../src/kernel/id.ts';
import { changePart } from '../../src/pack/commands/change-settings.ts';
import { settingsVersionOf } from '../../src/pack/settings.ts';
import { myWork } from '../../src/report/my-work.ts';
import { domainRoutes } from '../../src/routes.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { clocksAbout, told } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';
import type { PersonKey } from '../world-seed.ts';

/** A cleaning firm through three weeks: kept, checked, found wanting, followed until it mended, and counted. */

type Body = Record<string, any>;
let world: World;
let desk: Desk;
let firm: string;
before(async () => {
  // Monday of a week in September without holidays
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
  desk = await deskOf(world, domainRoutes);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const read = async (path: string, who: PersonKey = 'manager'): Promise<Body> => {
  const { status, body } = await desk.get(who, path);
  assert.equal(status, 200, `${path} ${JSON.stringify(body)}`);
  return body;
};
const send = async (who: PersonKey, path: string, body: object = {}, method: 'POST' | 'PUT' = 'POST') => {
  const answer = await desk.send(who, method, path, body);
  return answer.body['code'] ?? answer.body['id'] ?? 'done';
};
const pathOf = async (who: PersonKey, path: string, body: object) => {
  const { body: answer } = await desk.send(who, 'POST', path, body);
  return [answer['code'], answer['params']?.path ?? Object.keys(answer['fields'] ?? {})[0]];
};

const cleaning = (over: object = {}) => ({
  name: '洁净保洁公司',
  services: ['cleaning'],
  contact: '田经理',
  phone: '0755-26001234',
  agreement: 'HT-2026-011',
  agreedUntil: '2027-03-31',
  personId: world.people.service_head,
  ...over,
});
type Point = { key: string; verdict: string; notConform?: string; improvement?: string; dueAt?: string };
const pass = (...keys: string[]): Point[] => keys.map((key) => ({ key, verdict: 'pass' }));
const dirty = (over: object = {}): Point => ({
  key: 'public_areas',
  verdict: 'fail',
  notConform: '3 栋电梯厅地面积灰',
  improvement: '每日两次清洁电梯厅',
  dueAt: '2026-09-10T18:00:00+08:00',
  ...over,
});
const check = (points: Point[], over: object = {}) => ({ service: 'cleaning', points, ...over });
const dues = async (query = '') =>
  (await read(`/contractor-dues?contractor=${firm}${query}`))['items'].map((one: Body) => [
    one['begins'],
    one['state'],
  ]);
const faults = async (query = '') => (await read(`/contractor-faults?contractor=${firm}${query}`))['items'] as Body[];

test('contractors for cleaning, greening, plant rental and environment stand in a register of the head and the manager, each change with what stood before [EXTR-06]', async () => {
  const { items: services } = await read('/contractor-services', 'desk');
  assert.deepEqual(
    services.map((one: Body) => [one['key'], one['every'], one['points'].length]),
    [
      ['cleaning', 'week', 3],
      ['greening', 'month', 3],
      ['plant_rental', 'month', 3],
      ['environment', 'month', 3],
    ],
  );
  for (const who of ['desk', 'supervisor', 'cleaning', 'plumber'] as const)
    assert.match(await send(who, '/contractors', cleaning()), /^right\./, who);
  assert.equal((await desk.get('plumber', '/contractors')).body['items'].length, 0);
  assert.deepEqual(await pathOf('manager', '/contractors', cleaning({ services: [] })), [
    'input.malformed',
    'services',
  ]);
  assert.deepEqual(await pathOf('manager', '/contractors', cleaning({ name: ' ' })), ['input.malformed', 'name']);
  assert.deepEqual(await pathOf('manager', '/contractors', cleaning({ services: ['guarding'] })), [
    'contractor.service_unknown',
    'services.0',
  ]);
  assert.deepEqual(await pathOf('manager', '/contractors', cleaning({ personId: world.people.desk })), [
    'contractor.may_not_check',
    'personId',
  ]);
  const id = newId(world.clock.now());
  firm = await send('service_head', '/contractors', { id, ...cleaning() });
  assert.equal(await send('service_head', '/contractors', { id, ...cleaning() }), firm, 'once');
  const one = await read(`/contractors/${firm}`, 'desk');
  assert.deepEqual(
    [one['name'], one['services'][0].key, one['contact'], one['phone'], one['agreement'], one['agreedUntil']],
    ['洁净保洁公司', 'cleaning', '田经理', '0755-26001234', 'HT-2026-011', '2027-03-31'],
  );
  assert.deepEqual(
    [one['person'].name, one['every'], one['lastCheck'], one['can'].check.code],
    ['杨部长', null, null, 'right.missing'],
  );
  const { seen, ...next } = { seen: one['version'], ...cleaning({ phone: '0755-26009999' }) };
  const path = `/contractors/${firm}`;
  assert.match(await send('supervisor', path, { seen, ...next }, 'PUT'), /^right\./);
  assert.equal(await send('manager', path, { seen, ...next }, 'PUT'), 'done');
  assert.equal(await send('manager', path, { seen, ...next }, 'PUT'), 'stale');
  const { former, phone } = await read(path);
  assert.deepEqual(
    [phone, former[0].before, former[0].by.name],
    ['0755-26009999', { phone: '0755-26001234' }, '许经理'],
  );
  await send(
    'manager',
    '/contractors',
    cleaning({ name: '绿野园艺', services: ['greening', 'plant_rental'], contact: '' }),
  );
  const names = async (query: string) => (await read(`/contractors?${query}`))['items'].map((x: Body) => x['name']);
  assert.deepEqual(await names('service=plant_rental'), ['绿野园艺']);
  assert.deepEqual(await names(`text=${encodeURIComponent('田经理')}`), ['洁净保洁公司']);
  assert.deepEqual(await names(`person=${world.people.manager}`), []);
});

test('a check is owed in every period by whoever looks after the contractor, is seen before it is due, and counts as kept, made up late or missed [EXTR-06]', async () => {
  await world.until('2026-09-07T09:05+08:00');
  assert.deepEqual(await dues(), [
    ['2026-09-14', 'to_come'],
    ['2026-09-07', 'open'],
  ]);
  const [due] = (await read(`/contractor-dues?contractor=${firm}&state=open`))['items'] as Body[];
  const [owed] = await clocksAbout(world, due!['id']);
  assert.deepEqual(
    [owed!.kind, owed!.owner_id, owed!.due_at],
    ['check_contractor', world.people.service_head, '2026-09-13T16:00:00.000Z'],
  );
  const mine = JSON.stringify(await world.ask('service_head', myWork));
  assert.ok(mine.includes('check_contractor') && mine.includes('洁净保洁公司'), 'in his own work before it is due');
  await world.until('2026-09-21T09:00+08:00');
  assert.deepEqual(await dues(), [
    ['2026-09-28', 'to_come'],
    ['2026-09-21', 'open'],
    ['2026-09-14', 'missed'],
    ['2026-09-07', 'missed'],
  ]);
  assert.equal((await clocksAbout(world, due!['id']))[0]!.state, 'running');
  assert.ok(
    (await told(world, 'manager')).some(({ params }) => params['kind'] === 'check_contractor'),
    'those above hear',
  );
});

test('a check has a verdict for each point; what fails says what is not conform, which improvement is asked and by when [EXTR-06]', async () => {
  const path = `/contractors/${firm}/checks`;
  const rest = pass('waste', 'staffing');
  const dueAt = '2026-09-24T18:00:00+08:00';
  for (const [points, code, where] of [
    [rest, 'contractor.points_missing', 'points'],
    [[...rest, ...pass('smile')], 'contractor.point_unknown', 'points.2.key'],
    [[...rest, ...pass('waste')], 'contractor.point_unknown', 'points.2.key'],
    [[...rest, dirty({ dueAt, notConform: '' })], 'contractor.not_conform_missing', 'points.2.notConform'],
    [[...rest, dirty({ dueAt, improvement: ' ' })], 'contractor.improvement_missing', 'points.2.improvement'],
    [[...rest, dirty({ dueAt: undefined })], 'contractor.due_missing', 'points.2.dueAt'],
    [[...rest, dirty()], 'promise.in_past', 'points.2.dueAt'],
    [[...rest, dirty({ dueAt, verdict: 'pass' })], 'contractor.nothing_to_improve', 'points.2.verdict'],
  ] as const)
    assert.deepEqual(await pathOf('service_head', path, check(points as unknown as Point[])), [code, where]);
  assert.deepEqual(await pathOf('manager', path, { service: 'greening', points: [] }), [
    'contractor.service_not_done',
    'service',
  ]);
  for (const who of ['desk', 'supervisor', 'cleaning'] as const)
    assert.match(await send(who, path, check([...rest, dirty({ dueAt })])), /^right\./, who);
  const id = newId(world.clock.now());
  const said = { id, ...check([...rest, dirty({ dueAt })], { remark: '三人到岗' }) };
  await send('service_head', path, said);
  await send('service_head', path, said);
  const { items } = await read(`/contractor-checks?contractor=${firm}`, 'desk');
  assert.equal(items.length, 1, 'the same id once');
  assert.deepEqual(
    [items[0].verdict, items[0].by.name, items[0].remark, items[0].faults],
    ['fail', '杨部长', '三人到岗', 1],
  );
  assert.deepEqual(
    items[0].points.map((one: Body) => [one['key'], one['verdict']]),
    [
      ['public_areas', 'fail'],
      ['waste', 'pass'],
      ['staffing', 'pass'],
    ],
  );
  assert.deepEqual(await dues(), [
    ['2026-09-28', 'to_come'],
    ['2026-09-21', 'kept'],
    ['2026-09-14', 'kept_late'],
    ['2026-09-07', 'kept_late'],
  ]);
  const outcomes: string[] = [];
  for (const one of (await read(`/contractor-dues?contractor=${firm}`))['items'])
    outcomes.push((await clocksAbout(world, one['id']))[0]!.state);
  assert.deepEqual(outcomes, ['running', 'kept', 'late', 'late']);
  const stays = sql`update contractor_check_point set verdict = 'pass'`;
  await assert.rejects(
    world.act(null, ({ tx }) => stays.execute(tx)),
    { constraint: 'contractor_finding_stays' },
  );
});

test('an improvement is followed until it is mended: owed by its day, told upward when it is late, given another day, judged with its result [EXTR-06]', async () => {
  const [fault] = await faults('&state=open');
  const id = fault!['id'] as string;
  assert.deepEqual(
    [
      fault!['notConform'],
      fault!['improvement'],
      fault!['dueAt'],
      fault!['point']['zh-hans'],
      fault!['contractor'].name,
    ],
    ['3 栋电梯厅地面积灰', '每日两次清洁电梯厅', '2026-09-24T10:00:00.000Z', '公共区域清洁', '洁净保洁公司'],
  );
  const owed = async () => (await clocksAbout(world, id)).map((one) => [one.owner_id, one.state]);
  assert.deepEqual(await owed(), [[world.people.service_head, 'running']]);
  assert.equal(
    await send(
      'manager',
      `/contractors/${firm}`,
      { seen: (await read(`/contractors/${firm}`))['version'], ...cleaning(), ended: true },
      'PUT',
    ),
    'contractor.faults_open',
  );
  await world.until('2026-09-25T12:00+08:00');
  assert.deepEqual(
    (await faults('&state=late')).map((one) => one['id']),
    [id],
  );
  assert.ok((await told(world, 'manager')).some(({ params }) => params['kind'] === 'contractor_improvement'));
  const path = `/contractor-faults/${id}/follow-ups`;
  const again = { verdict: 'not_mended', result: '仍有积灰', dueAt: '2026-09-27T18:00:00+08:00' };
  assert.match(await send('desk', path, again), /^right\./);
  assert.deepEqual(await pathOf('manager', path, { verdict: 'mended', result: '' }), ['input.malformed', 'result']);
  assert.deepEqual(await pathOf('manager', path, { ...again, dueAt: undefined }), ['contractor.due_missing', 'dueAt']);
  assert.deepEqual(await pathOf('manager', path, { ...again, dueAt: '2026-09-25T11:00:00+08:00' }), [
    'promise.in_past',
    'dueAt',
  ]);
  assert.deepEqual(await pathOf('manager', path, { ...again, verdict: 'mended' }), ['contractor.no_due', 'dueAt']);
  assert.equal(await send('manager', path, again), 'done');
  assert.deepEqual(
    (await faults('&state=open')).map((one) => one['dueAt']),
    ['2026-09-27T10:00:00.000Z'],
  );
  assert.deepEqual(
    (await owed()).toSorted(),
    [
      [world.people.service_head, 'late'],
      [world.people.service_head, 'running'],
    ].toSorted(),
  );
  await world.until('2026-09-26T10:00+08:00');
  assert.equal(await send('service_head', path, { verdict: 'mended', result: '地面干净，已排每日两次' }), 'done');
  assert.equal(await send('manager', path, { verdict: 'mended', result: '再看' }), 'contractor.mended_already');
  const [mended] = await faults();
  assert.deepEqual(
    [mended!['state'], mended!['mendedAt']],
    ['mended_late', '2026-09-26T02:00:00.000Z'],
    'late by the day set first',
  );
  assert.deepEqual(
    mended!['followUps'].map((one: Body) => [
      one['verdict'],
      one['result'],
      one['by'].name,
      one['dueAt'],
      one['nextDueAt'],
    ]),
    [
      ['not_mended', '仍有积灰', '许经理', '2026-09-24T10:00:00.000Z', '2026-09-27T10:00:00.000Z'],
      ['mended', '地面干净，已排每日两次', '杨部长', '2026-09-27T10:00:00.000Z', null],
    ],
  );
});

test('the figures of a contractor count its checks, points and improvements of a period, and lead to the same records [EXTR-06]', async () => {
  await world.until('2026-09-29T09:00+08:00');
  const dueAt = '2026-09-30T18:00:00+08:00';
  const points = [...pass('waste'), dirty({ dueAt }), { ...dirty({ dueAt }), key: 'staffing', notConform: '缺一人' }];
  await send('manager', `/contractors/${firm}/checks`, check(points));
  const clean = check(pass('public_areas', 'waste', 'staffing'));
  await send('manager', `/contractors/${firm}/checks`, clean);
  const [first] = await faults('&state=open');
  await send('manager', `/contractor-faults/${first!['id']}/follow-ups`, { verdict: 'mended', result: '已补' });
  await world.until('2026-10-01T09:00+08:00');
  const span = `from=${encodeURIComponent('2026-09-01T00:00:00+08:00')}&until=${encodeURIComponent('2026-10-01T00:00:00+08:00')}`;
  const { items } = await read(`/contractor-figures?${span}`, 'desk');
  const figures = items.find((one: Body) => one['contractor'].id === firm);
  const { contractor: _, ...counted } = figures;
  assert.deepEqual(counted, {
    owed: 3,
    kept: 1,
    checks: 3,
    passed: 1,
    points: 9,
    pointsPassed: 6,
    asked: 3,
    mended: 1,
    mendedLate: 1,
    open: 0,
    late: 1,
  });
  const many = async (list: string, query = '') =>
    (await read(`/${list}?contractor=${firm}&${span}${query}`))['items'].length as number;
  assert.equal(await many('contractor-dues', '&over=true'), counted.owed);
  assert.equal(await many('contractor-dues', '&state=kept'), counted.kept);
  assert.equal(await many('contractor-checks'), counted.checks);
  assert.equal(await many('contractor-checks', '&verdict=pass'), counted.passed);
  assert.equal(await many('contractor-faults'), counted.asked);
  for (const [state, figure] of [
    ['mended', 'mended'],
    ['mended_late', 'mendedLate'],
    ['late', 'late'],
  ] as const)
    assert.equal(await many('contractor-faults', `&state=${state}`), counted[figure], state);
  const taken = await desk.take('desk', 'POST', '/lists/contractor-faults/take-out', {
    id: newId(world.clock.now()),
    format: 'csv',
    query: { contractor: firm },
  });
  assert.equal(taken.bytes.toString().trim().split(/\r?\n/).length, 4);
});

test('whoever looks after it is another, another interval is agreed, or the firm has gone: what is owed follows [EXTR-06]', async () => {
  const path = `/contractors/${firm}`;
  const change = async (over: object) =>
    send('manager', path, { seen: (await read(path))['version'], ...cleaning(over) }, 'PUT');
  const [late] = await faults('&state=late');
  assert.equal(await change({ personId: world.people.cleaning, every: 'month' }), 'done');
  const now = await clocksAbout(world, late!['id']);
  assert.deepEqual(now.map((one) => [one.owner_id, one.state]).at(-1), [world.people.cleaning, 'running']);
  await world.until('2026-10-01T09:05+08:00');
  const open = (await read(`/contractor-dues?contractor=${firm}&state=open`))['items'] as Body[];
  assert.deepEqual(
    open.map((one) => [one['every'], one['begins'], one['person'].name]),
    [['month', '2026-10-01', '韩主管']],
  );
  assert.equal(
    await send('cleaning', `/contractor-faults/${late!['id']}/follow-ups`, { verdict: 'mended', result: '已到齐' }),
    'done',
    'his own',
  );
  assert.equal(await change({ personId: world.people.cleaning, ended: true }), 'done');
  assert.equal(
    await send('manager', `${path}/checks`, check(pass('public_areas', 'waste', 'staffing'))),
    'contractor.ended',
  );
  assert.deepEqual(await dues('&state=open'), []);
  const soon = await send('manager', '/contractors', cleaning({ name: '新洁保洁' }));
  await send('manager', `/contractors/${soon}/checks`, check(pass('public_areas', 'waste', 'staffing')));
  const next = (await read(`/contractor-dues?contractor=${soon}`))['items'] as Body[];
  assert.deepEqual(
    next.map((one) => one['state']),
    ['to_come', 'kept'],
    'checked at once, the check after is owed all the same',
  );
  const { version: seen, settings } = await world.ask('manager', settingsVersionOf);
  const contractorServices = settings.contractorServices!.map((one) => ({ ...one, every: 'quarter' as const }));
  await world.act('manager', changePart, { contractorServices }, { seen, why: '改为每季检查' });
  const quarterly = (await read('/contractor-dues?state=open'))['items'] as Body[];
  assert.deepEqual(
    quarterly.map((one) => [one['contractor'].name, one['service'].key, one['begins']]).toSorted(),
    [
      ['新洁保洁', 'cleaning', '2026-10-01'],
      ['绿野园艺', 'greening', '2026-10-01'],
      ['绿野园艺', 'plant_rental', '2026-10-01'],
    ],
    'the interval is a setting of the house',
  );
  assert.ok(quarterly.every((one) => one['every'] === 'quarter'));
  assert.deepEqual(
    (await read('/contractors?ended=true'))['items'].map((one: Body) => one['id']),
    [firm],
  );
});
