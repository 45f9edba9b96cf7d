import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/kernel/id.ts';
import { domainRoutes } from '../../src/routes.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { hire } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';
import type { PersonKey } from '../world-seed.ts';

let world: World;
let desk: Desk;
let keeper: PersonKey;
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world, domainRoutes);
  keeper = await hire(world, 'xing', 'administration_supervisor');
});
after(async () => {
  await desk.close();
  await world.drop();
});

type Body = Record<string, any>;
const read = async (who: PersonKey, path: string): Promise<Body> => {
  const { status, body } = await desk.get(who, path);
  assert.equal(status, 200, `${path} ${JSON.stringify(body)}`);
  return body;
};
const send = async (who: PersonKey, path: string, body: object = {}, method: 'POST' | 'PUT' = 'POST') => {
  const answer = await desk.send(who, method, path, body);
  return answer.body['code'] ?? answer.body['id'] ?? 'done';
};
/** Of what answers with an id too: whether it was refused. */
const does = async (who: PersonKey, path: string, body: object = {}) =>
  (await desk.send(who, 'POST', path, body)).body['code'] ?? 'done';
const refused = async (who: PersonKey, path: string) => (await desk.get(who, path)).body['code'];

test('the administration supervisor trains, drafts, keeps files and archives, reviews attendance, makes the wage table, and deals with who comes from outside; others do not in his place [ROLE-15]', async (t) => {
  await t.test('training', async () => {
    const session = {
      departmentId: world.departments['customer_service'],
      subject: '前台迎送礼仪',
      form: 'etiquette',
      course: 'service_etiquette',
      trainerId: world.people.supervisor,
      place: '二楼会议室',
      fromAt: '2026-09-29T06:00:00.000Z',
      untilAt: '2026-09-29T08:00:00.000Z',
      people: [world.people.desk],
    };
    const id = await send(keeper, '/training/sessions', session);
    assert.equal((await read(keeper, `/training/sessions/${id}`))['subject'], '前台迎送礼仪');
    assert.equal(await send('desk', '/training/sessions', session), 'right.missing');
  });
  await t.test('drafts', async () => {
    const notice = { kind: 'notice', class: 'administrative', subject: '国庆期间值班安排', text: '前台每班两人。' };
    const id = await send(keeper, '/documents', notice);
    await send(keeper, `/documents/${id}/review`, { postId: world.posts['centre_manager'] });
    await send('manager', `/documents/${id}/decision`, { approved: true, remark: '' });
    assert.match((await read(keeper, `/documents/${id}`))['number'], /^TZ-2026-/);
  });
  await t.test('personnel', async () => {
    const file = `/staff/members/${world.people.desk}`;
    assert.equal((await read(keeper, file))['person'].id, world.people.desk);
    assert.match(await refused('desk2', file), /^right\./);
  });
  await t.test('attendance and wages', async () => {
    const shift = { personId: world.people.desk, day: '2026-09-30', from: '08:30', to: '17:30' };
    await send('manager', '/attendance/shifts', { id: newId(world.clock.now()), ...shift });
    assert.equal(await does('manager', '/attendance/rota/publish', { week: '2026-09-30' }), 'done');
    await world.until('2026-10-02T09:00+08:00');
    const { id, ...sheet } = await read(keeper, '/attendance/month?month=2026-09');
    assert.equal(sheet['reviewedBy'], null);
    assert.equal(await does('manager', `/attendance/months/${id}/review`, { remark: '' }), 'right.missing');
    assert.equal(await does(keeper, `/attendance/months/${id}/review`, { remark: '' }), 'done');
    const base = { personId: world.people.desk, amount: 435_000, from: '2026-09', why: '劳动合同' };
    const baseId = newId(world.clock.now());
    assert.equal(await does('manager', '/wages/bases', { id: baseId, ...base }), 'right.missing');
    assert.equal(await does(keeper, '/wages/bases', { id: baseId, ...base }), 'done');
    const wages = await read(keeper, '/wages?month=2026-09');
    assert.deepEqual(
      wages['items'].map((one: Body) => [one['person'].id, one['items'].map(({ what }: Body) => what)]),
      [[world.people.desk, ['missing']]],
      'whoever never came',
    );
    assert.equal(await does(keeper, `/wages/${wages['id']}/close`), 'done');
    assert.equal(await refused('manager', '/wages?month=2026-09'), 'right.missing');
  });
  await t.test('archives', async () => {
    const list = {
      kind: 'wage_list',
      class: 'wages',
      subject: '九月工资表',
      personId: world.people.cashier,
      dated: '2026-09-30',
      liesAt: '保险柜',
    };
    assert.equal(await send('manager', '/papers', list), 'right.missing');
    const id = await send(keeper, '/papers', list);
    assert.equal((await read(keeper, `/documents/${id}`))['liesAt'], '保险柜');
    assert.equal(await refused('manager', `/documents/${id}`), 'document.unknown');
  });
  await t.test('whom one receives from outside', async () => {
    const body = { kind: 'street_office', name: '东湖街道办', personId: world.people[keeper] };
    const id = await send(keeper, '/liaison-bodies', body);
    const matter = await send(keeper, `/liaison-bodies/${id}/matters`, {
      subject: '接待街道检查组',
      next: { step: '整理台账', by: '2026-10-08T17:00:00+08:00' },
      dealing: { way: 'visit', said: '检查组到访，看了值班记录' },
    });
    const { dealings } = await read(keeper, `/liaison-matters/${matter}`);
    assert.deepEqual(
      dealings.map((one: Body) => [one['way'], one['said']]),
      [['visit', '检查组到访，看了值班记录']],
    );
    assert.equal(await send('plumber', '/liaison-bodies', body), 'right.missing');
  });
});
