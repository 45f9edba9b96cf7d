import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { beginCurrentSummaries } from '../../src/summary/commands/begin-summaries.ts';
import { installPlans } from '../../src/round/commands/install-plans.ts';
import { newId } from '../../src/kernel/id.ts';
import { domainRoutes } from '../../src/routes.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { doorsOf } from '../doors.ts';
import { beginOnly, clocksAbout, hire, takeInMatter, told, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** Posts of the office: head, supervisor and manager of the service, and who counts, keeps and administers. What each has today. */

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
  await beginOnly(world, installPlans, beginCurrentSummaries);
  desk = await deskOf(world, domainRoutes);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const { post, read, refusedTo } = doorsOf(() => desk);
const SPAN = 'from=2026-09-01T00:00:00Z&until=2026-10-01T00:00:00Z';
const first = async (who: PersonKey, path: string) => (await read(who, path))['items'][0];
const settings = async (who: PersonKey) => {
  const { settings: content, version } = await read(who, '/settings');
  const { status, body } = await desk.send(who, 'PUT', '/settings', { settings: content, seen: version, why: '试行' });
  return status < 300 ? 'done' : body['code'];
};

test('the head of customer service owes the summary of each week and hears of what is major; limits and people are not his to change', async () => {
  await takeInMatter(world, 'complaint');
  const week = await first('service_head', '/summaries?about=matters&period=week');
  const owed = (await clocksAbout(world, week.id))[0]!;
  assert.deepEqual([owed.kind, owed.owner_id], ['weekly_summary', world.people.service_head]);
  const words = { text: '本周投诉一件', measures: '跟进' };
  assert.equal(await post('service_head', `/summaries/${week.id}/submit`, words), 'summary.week_not_over');
  await world.until('2026-09-14T09:00+08:00');
  assert.equal(
    await post('supervisor', `/summaries/${week.id}/submit`, words),
    'summary.not_yours',
    'his deputy, while he is there',
  );
  assert.equal(await post('service_head', `/summaries/${week.id}/submit`, words), 'done');
  assert.equal((await clocksAbout(world, week.id))[0]!.outcome, 'kept');
  const major = await takeInMatter(world, 'complaint', { severity: 'major' });
  wait(world);
  assert.ok((await told(world, 'service_head')).some((one) => one.ticket?.id === major.id));
  for (const path of [`/figures/causes?${SPAN}`, `/figures/overview?${SPAN}`, '/board', '/spot-checks'])
    assert.equal(await refusedTo('service_head', path), null, path);
});

test('the supervisor gives out and checks the day’s work, hands matters on, and writes and verifies notices; nobody below does', async () => {
  const item = { title: '整理前台资料', personId: world.people.desk, dueAt: '2026-09-14T17:00:00+08:00' };
  for (const who of ['desk', 'assistant', 'plumber'] as const)
    assert.match(await post(who, '/work-items', item), /^right\./, who);
  assert.equal(await post('supervisor', '/work-items', item), 'done');
  const mine = (await read('desk', '/work-items'))['items'].find((one: { title: string }) => one.title === item.title);
  assert.equal((await clocksAbout(world, mine.id))[0]!.owner_id, world.people.desk);
  assert.equal(await post('desk', `/work-items/${mine.id}/finish`, { outcome: '已整理' }), 'done');
  const back = { passed: false, remark: '缺目录', dueAt: '2026-09-14T18:00:00+08:00' };
  assert.equal(await post('desk', `/work-items/${mine.id}/check`, back), 'work_item.own_check');
  assert.equal(await post('supervisor', `/work-items/${mine.id}/check`, back), 'done');
  const { id } = await takeInMatter(world, 'complaint');
  const notice = { departmentId: world.departments['cleaning_greening'], findings: '楼道未清扫', ticketId: id };
  assert.equal(await post('assistant', '/notices', notice), 'right.missing');
  assert.equal(await post('supervisor', '/notices', notice), 'done');
  const issued = (await read('cleaning', '/notices?state=open'))['items'].find(
    (one: { findings: string }) => one.findings === '楼道未清扫',
  );
  const verify = (who: PersonKey) => post(who, `/notices/${issued.id}/verify`, { accepted: true });
  assert.equal(await verify('supervisor'), 'notice.not_replied');
  assert.equal(await post('cleaning', `/notices/${issued.id}/reply`, { measures: '已清扫' }), 'done');
  assert.equal(await verify('cleaning'), 'right.missing', 'not by whoever mended it');
  assert.equal(await verify('supervisor'), 'done');
  assert.equal(await settings('supervisor'), 'right.missing');
});

test('the centre manager rules, changes limits and corrects verdicts; he stands under the same refusals as everybody', async () => {
  assert.equal(await settings('manager'), 'done');
  assert.equal(await settings('service_head'), 'right.missing', 'who stands in for him reads them and no more');
  for (const path of ['/acts', '/summaries', `/figures/overview?${SPAN}`])
    assert.equal(await refusedTo('manager', path), null, path);
  const { id } = await takeInMatter(world, 'complaint');
  assert.equal(await post('manager', `/tickets/${id}/close`), 'ticket.not_resolved');
  assert.equal(
    await post('manager', `/tickets/${id}/cancel`, { as: 'declined', reason: '无理' }),
    'ticket.complaint_not_declined',
  );
  const order = { departmentId: world.departments['engineering'], task: '查看' };
  assert.equal(await post('manager', `/tickets/${id}/work-orders`, order), 'done');
});

/** What a post of the office may read, and what it may not; every one is refused what hands or rules. */
const READS: [string, { may: string[]; mayNot: string[] }][] = [
  [
    'statistician',
    {
      may: ['/board', '/summaries', `/figures/causes?${SPAN}`, '/return-visits/record'],
      mayNot: ['/customers', '/acts'],
    },
  ],
  [
    'general_manager_office',
    {
      may: ['/summaries', `/figures/overview?${SPAN}`],
      mayNot: ['/customers', '/contacts', '/acts', '/return-visits'],
    },
  ],
  ['administration_supervisor', { may: ['/people', '/posts'], mayNot: ['/customers', '/contacts', '/board', '/acts'] }],
  ['planning_finance_officer', { may: [`/figures/overview?${SPAN}`], mayNot: ['/customers', '/contacts', '/acts'] }],
];

test('who counts, keeps or administers reads what his duties need and touches no matter', async () => {
  const { id } = await takeInMatter(world, 'complaint');
  const ruling = { rulingId: newId<'ruling'>(world.clock.now()), decision: '同意' };
  for (const [key, { may, mayNot }] of READS) {
    const who = await hire(world, key.replaceAll('_', '.'), key);
    for (const path of may) assert.equal(await refusedTo(who, path), null, `${key} ${path}`);
    for (const path of mayNot) assert.equal(await refusedTo(who, path), 'right.missing', `${key} ${path}`);
    for (const [path, body] of [
      [`/tickets/${id}/answers`, { text: '好' }],
      [`/tickets/${id}/rulings/decide`, ruling],
      ['/notices', { departmentId: world.departments['security'], findings: '缺岗' }],
      ['/work-items', { title: '代办', personId: world.people.desk, dueAt: '2026-12-01T09:00:00Z' }],
    ] as const)
      assert.equal(await post(who, path, body), 'right.missing', `${key} ${path}`);
    const given = { title: '月末汇总', personId: world.people[who], dueAt: '2026-12-01T17:00:00+08:00' };
    assert.equal(await post('manager', '/work-items', given), 'done', key);
    const mine = await first(who, `/work-items?person=${world.people[who]}`);
    assert.equal((await clocksAbout(world, mine.id))[0]!.owner_id, world.people[who], `${key}: owed by that post`);
    assert.equal(await post(who, `/work-items/${mine.id}/finish`, { outcome: '已完成' }), 'done', key);
  }
});
