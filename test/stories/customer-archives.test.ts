import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/kernel/id.ts';
import { domainRoutes } from '../../src/routes.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { doorsOf } from '../doors.ts';
import { clocksAbout, hire, told, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** The department's archives of customers: set up, arranged, and what the manager sees is missing. */

let world: World;
let desk: Desk;
let xia: PersonKey;
const { post, read, refusedTo } = doorsOf(() => desk);
type Body = Record<string, any>;

before(async () => {
  world = await freshWorld();
  xia = await hire(world, 'xia', 'customer_service_specialist');
  desk = await deskOf(world, domainRoutes);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const asked = async (who: PersonKey, path: string, body: object): Promise<Body> =>
  (await desk.send(who, 'POST', path, body)).body;
const put = async (who: PersonKey, path: string, body: object) =>
  (await desk.send(who, 'PUT', path, body)).body['code'] ?? 'done';
const listed = async (query = '') =>
  ((await read('manager', `/customer-archives${query}`))['items'] as Body[]).map((one) => one['customer'].name);
const figures = async (query = ''): Promise<Body> => {
  const { at, missing, ...counts } = await read('manager', `/customer-archives/figures${query}`);
  assert.equal(at, world.clock.now());
  return { ...counts, missing: missing.map((one: Body) => [one['key'], one['n']]) };
};
const archiveOf = async (customer: string): Promise<Body> =>
  ((await read('manager', '/customer-archives'))['items'] as Body[]).find((one) => one['customer'].id === customer)![
    'archive'
  ];
const service = () => world.departments['customer_service'];
const entry = (part: string, over: object = {}) => ({
  part,
  title: '业主资料登记表',
  dated: '2019-05-01',
  liesAt: '档案柜 3 层 12 号',
  ...over,
});

test('the department sets up and arranges its customer archives; the manager sees which customers have none, which lack a part and which nobody touched in time [CUST-09]', async (t) => {
  const { chen, lin, zhou } = world.customers;

  await t.test('at first nobody has one', async () => {
    assert.deepEqual(await figures(), {
      customers: 3,
      none: 3,
      incomplete: 0,
      stale: 0,
      sound: 0,
      missing: [
        ['basics', 0],
        ['title', 0],
        ['covenant', 0],
      ],
    });
    assert.equal((await listed('?state=none')).length, 3);
    for (const who of ['plumber', 'guard'] as const) {
      assert.equal(await refusedTo(who, '/customer-archives'), 'right.missing', who);
      assert.equal(await refusedTo(who, '/customer-archives/figures'), 'right.missing', who);
    }
  });

  await t.test('they are set up for a department, each with a keeper, once for each customer', async () => {
    const body = { customerIds: [chen, lin], departmentId: service(), keeperId: world.people[xia] };
    assert.equal(await post('plumber', '/customer-archives', body), 'right.missing');
    for (const field of ['customerIds', 'departmentId', 'keeperId'])
      assert.equal(await post(xia, '/customer-archives', { ...body, [field]: undefined }), 'input.malformed', field);
    const nowhere = { ...body, departmentId: crypto.randomUUID() };
    assert.equal(await post(xia, '/customer-archives', nowhere), 'department.unknown');
    assert.equal(await post(xia, '/customer-archives', { ...body, keeperId: crypto.randomUUID() }), 'person.not_here');
    const strange = { ...body, customerIds: [crypto.randomUUID()] };
    assert.equal(await post(xia, '/customer-archives', strange), 'customer.unknown');
    assert.deepEqual(await asked(xia, '/customer-archives', body), { opened: 2 });
    assert.deepEqual(await asked(xia, '/customer-archives', body), { opened: 0 });
    const archive = await archiveOf(chen);
    assert.deepEqual(
      [archive['department'].id, archive['keeper'].id, archive['openedAt'], archive['stale']],
      [service(), world.people[xia], world.clock.now(), false],
    );
    const { none, incomplete, sound } = await figures();
    assert.deepEqual({ none, incomplete, sound }, { none: 1, incomplete: 2, sound: 0 });
    assert.deepEqual(await listed('?state=none'), ['周先生']);
  });

  await t.test('what is filed under each part is a field of its own, and what is missing is named', async () => {
    const { id } = await archiveOf(chen);
    const path = `/customer-archives/${id}/entries`;
    assert.equal(await post('plumber', path, entry('basics')), 'right.missing');
    for (const field of ['part', 'title', 'liesAt'])
      assert.equal(await post(xia, path, { ...entry('basics'), [field]: undefined }), 'input.malformed', field);
    assert.equal(await post(xia, path, entry('basics', { title: ' ' })), 'input.malformed');
    assert.equal(await post(xia, path, entry('secrets')), 'customer_archive.part_unknown');
    const first = newId(world.clock.now());
    assert.equal((await asked(xia, path, { id: first, ...entry('basics') }))['id'], first);
    assert.equal((await asked(xia, path, { id: first, ...entry('basics') }))['id'], first, 'the same filed once');
    assert.equal(await post(xia, path, entry('photos', { dated: null })), 'done');
    const { missing, filed } = await archiveOf(chen);
    assert.deepEqual([missing.map((one: Body) => one['key']), filed], [['title', 'covenant'], 2]);
    assert.deepEqual((await figures())['missing'], [
      ['basics', 1],
      ['title', 2],
      ['covenant', 2],
    ]);
    assert.deepEqual(await listed('?part=basics'), ['林女士'], 'the records behind the figure');
    await post(xia, path, entry('title'));
    await post(xia, path, entry('covenant', { title: '临时管理规约（签字页）' }));
    assert.deepEqual([await listed('?state=incomplete'), await listed('?state=sound')], [['林女士'], ['陈先生']]);
    const { entries, can } = await read('manager', `/customer-archives/${id}`);
    const found = entries.find((one: Body) => one['id'] === first);
    assert.deepEqual(
      [found['part'].key, found['title'], found['dated'], found['liesAt'], found['by'].id, found['at']],
      ['basics', '业主资料登记表', '2019-05-01', '档案柜 3 层 12 号', world.people[xia], world.clock.now()],
    );
    assert.equal(can.file, null);
  });

  await t.test('taken out with its reason it stays on record, and its part is missing again', async () => {
    const { id } = await archiveOf(chen);
    const page = async () => read('manager', `/customer-archives/${id}`);
    const covenant = (await page())['entries'].find((one: Body) => one['part'].key === 'covenant');
    const path = `/customer-archive-entries/${covenant['id']}/withdraw`;
    assert.equal(await post('plumber', path, { because: '错放' }), 'right.missing');
    assert.equal(await post('desk', path, { because: '' }), 'input.malformed');
    assert.equal(await post('desk', path, { because: '错放他户材料' }), 'done');
    assert.equal(await post('desk', path, { because: '错放' }), 'customer_archive.withdrawn');
    const gone = (await page())['entries'].find((one: Body) => one['id'] === covenant['id']);
    assert.deepEqual(
      [gone['withdrawnBy'].id, gone['withdrawnBecause'], gone['title'], gone['can'].withdraw.code],
      [world.people.desk, '错放他户材料', '临时管理规约（签字页）', 'customer_archive.withdrawn'],
    );
    assert.deepEqual(await listed('?state=incomplete'), ['林女士', '陈先生']);
    assert.equal(await post(xia, `/customer-archives/${id}/entries`, entry('covenant')), 'done');
  });

  await t.test('another keeper or department is kept with who and how it stood', async () => {
    const { id } = await archiveOf(lin);
    const { version } = await read(xia, `/customer-archives/${id}`);
    const path = `/customer-archives/${id}`;
    const body = { seen: version, departmentId: service(), keeperId: world.people.assistant };
    assert.equal(await put('plumber', path, body), 'right.missing');
    assert.equal(await put('supervisor', path, { ...body, seen: version - 1 }), 'stale');
    assert.equal(await put('supervisor', path, body), 'done');
    const { keeper, former } = await read('manager', path);
    assert.equal(keeper.id, world.people.assistant);
    assert.deepEqual(
      former.map((one: Body) => [one['before'], one['by'].id]),
      [[{ keeper_id: world.people[xia] }, world.people.supervisor]],
    );
    assert.equal((await clocksAbout(world, id))[0]!.owner_id, world.people.assistant, 'he owes it now');
    assert.deepEqual(await listed(`?keeper=${world.people.assistant}`), ['林女士']);
    assert.deepEqual(await listed(`?department=${service()}`), ['林女士', '陈先生']);
    assert.equal((await figures(`?department=${world.departments['engineering']}`))['customers'], 0);
    assert.deepEqual(await listed('?q=周'), ['周先生']);
  });

  await t.test('not touched for the set time it is stale by itself, and its keeper hears before', async () => {
    const [clock] = await clocksAbout(world, (await archiveOf(chen))['id']);
    assert.deepEqual([clock!.kind, clock!.owner_id, clock!.allowance], ['tend_archive', world.people[xia], 'P180D']);
    world.at('2026-12-01T10:00+08:00');
    const { id } = await archiveOf(lin);
    assert.equal(await post('assistant', `/customer-archives/${id}/arranged`, { remark: '' }), 'input.malformed');
    assert.equal(await post('plumber', `/customer-archives/${id}/arranged`, { remark: '核对' }), 'right.missing');
    assert.equal(await post('assistant', `/customer-archives/${id}/arranged`, { remark: '核对目录，补编号' }), 'done');
    const [, next] = await clocksAbout(world, id);
    assert.deepEqual([next!.started_at, next!.state], [world.clock.now(), 'running']);
    const { looks, touchedAt } = await read('manager', `/customer-archives/${id}`);
    assert.deepEqual(
      [looks.map((one: Body) => [one['remark'], one['by'].id]), touchedAt],
      [[['核对目录，补编号', world.people.assistant]], world.clock.now()],
    );
    await world.until('2027-03-01T09:00+08:00');
    wait(world);
    assert.ok(
      (await told(world, xia)).some((one) => one.params['kind'] === 'tend_archive'),
      'warned before',
    );
    assert.deepEqual([await listed('?state=stale'), (await figures())['stale']], [[], 0]);
    await world.until('2027-03-28T09:00+08:00');
    assert.deepEqual([await listed('?state=stale'), (await figures())['stale']], [['陈先生'], 1]);
    assert.equal((await archiveOf(chen))['stale'], true);
    assert.deepEqual(await listed('?state=sound'), []);
    await post(xia, `/customer-archives/${(await archiveOf(chen))['id']}/arranged`, { remark: '逐份核对' });
    assert.deepEqual([await listed('?state=stale'), await listed('?state=sound')], [[], ['陈先生']]);
    const kept = await clocksAbout(world, (await archiveOf(chen))['id']);
    assert.deepEqual(
      kept.map(({ outcome }) => outcome),
      ['late', null],
    );
  });

  await t.test('an erased customer has no archive any more', async () => {
    await asked(xia, '/customer-archives', {
      customerIds: [zhou],
      departmentId: service(),
      keeperId: world.people[xia],
    });
    const { id } = await archiveOf(zhou);
    await post(xia, `/customer-archives/${id}/entries`, entry('basics'));
    const { version } = await read('desk', `/customers/${zhou}`);
    assert.equal(await post('desk', `/customers/${zhou}/erase`, { version, reason: 'asked_by_customer' }), 'done');
    assert.equal(await refusedTo('manager', `/customer-archives/${id}`), 'customer_archive.unknown');
    assert.equal((await figures())['customers'], 2);
  });
});
