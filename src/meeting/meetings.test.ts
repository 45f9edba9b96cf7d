import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf } from '../../test/desk-server.ts';
import { clocksAbout, told, wait } from '../../test/story.ts';
import type { PersonKey } from '../../test/world-seed.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { changePart } from '../pack/commands/change-settings.ts';
import { settingsVersionOf } from '../pack/settings.ts';
import { workItemRoutes } from '../work-plan/routes.ts';
import { beginCurrentMeetings } from './commands/begin-dues.ts';
import { meetingRoutes } from './routes.ts';

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world, [...meetingRoutes, ...workItemRoutes]);
  await world.act(null, beginCurrentMeetings);
});
after(async () => {
  await desk.close();
  await world.drop();
});

type Body = Record<string, any>;

const get = async (who: PersonKey, path: string): Promise<Body> => {
  const { status, body } = await desk.get(who, path);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
};
const send = async (who: PersonKey, method: 'POST' | 'PUT', path: string, body: object = {}) => {
  const answer = await desk.send(who, method, path, body);
  return answer.body['code'] ?? answer.body['id'] ?? answer.status;
};
const call = (who: PersonKey, over: object = {}) =>
  send(who, 'POST', '/meetings', {
    sort: 'department_meeting',
    title: '九月最后一次部门例会',
    startsAt: '2026-09-29T10:00:00+08:00',
    room: '二楼会议室',
    personIds: [world.people.desk, world.people.desk2],
    agenda: ['上周投诉回顾', '国庆值班安排'],
    ...over,
  });
const dues = (query = '') => get('manager', `/meeting-dues${query}`);
const meeting = (id: string, who: PersonKey = 'manager') => get(who, `/meetings/${id}`);

let first: string;

test('a regular meeting is owed by the post that calls it, is seen before its period and turns missed by itself, told upward [MEET-01]', async () => {
  await world.fire();
  const open = (await dues('?sort=department_meeting'))['items'];
  assert.deepEqual(
    open.map((one: Body) => [one['begins'], one['state'], one['post'].name.en]),
    [
      ['2026-10-05', 'to_come', 'Head of customer service'],
      ['2026-09-28', 'open', 'Head of customer service'],
    ],
  );
  const [owed] = await clocksAbout(world, open[1].id);
  assert.deepEqual([owed!.kind, owed!.due_at], ['hold_meeting', '2026-10-04T16:00:00.000Z']);
  assert.equal(
    (await dues('?sort=centre_meeting&state=open'))['items'][0].begins,
    '2026-09-01',
    'monthly by its setting',
  );
  assert.equal((await dues('?sort=contractor_meeting&state=open'))['items'][0].begins, '2026-07-01', 'quarterly');
});

test('it is called with an agenda, each invited member is told and answers, and it is moved or called off [MEET-01] [MEET-02]', async () => {
  assert.equal(await call('desk'), 'right.missing');
  assert.equal(await call('service_head', { agenda: [] }), 'input.malformed');
  assert.equal(await call('service_head', { personIds: [] }), 'input.malformed');
  assert.equal(await call('service_head', { sort: 'dance' }), 'meeting.sort_unknown');
  assert.equal(await call('service_head', { outsiders: [{ firm: '电梯公司', name: '秦工' }] }), 'meeting.no_outsiders');
  assert.equal(await call('service_head', { startsAt: '2026-09-20T10:00:00+08:00' }), 'meeting.in_past');
  assert.equal(await call('maintenance', { sort: 'centre_meeting' }), 'right.out_of_scope');
  first = await call('service_head');
  wait(world);
  const [heard] = (await told(world, 'desk')).filter((one) => one.type === 'meeting.called');
  assert.equal(heard!.params['dueAt'], '2026-09-29T02:00:00.000Z');
  assert.equal(await send('desk', 'POST', `/meetings/${first}/answer`, { comes: true }), 200);
  assert.equal(await send('desk2', 'POST', `/meetings/${first}/answer`, { comes: false }), 'meeting.why_not');
  assert.equal(await send('desk2', 'POST', `/meetings/${first}/answer`, { comes: false, words: '值夜班' }), 200);
  assert.equal(await send('plumber', 'POST', `/meetings/${first}/answer`, { comes: true }), 'meeting.not_invited');
  const one = await meeting(first, 'desk');
  assert.deepEqual(
    one['members'].map((row: Body) => [row['name'], row['answer'], row['answerWords']]),
    [
      ['杨部长', null, ''],
      ['王前台', 'comes', ''],
      ['李前台', 'declined', '值夜班'],
    ],
  );
  assert.equal((await desk.get('plumber', `/meetings/${first}`)).status, 404, 'whoever is not invited does not see it');
  const moved = {
    seen: one['version'],
    title: one['title'],
    startsAt: '2026-09-29T11:00:00+08:00',
    room: '三楼会议室',
    personIds: [world.people.desk, world.people.desk2],
    agenda: ['上周投诉回顾', '国庆值班安排'],
  };
  assert.equal(await send('desk', 'PUT', `/meetings/${first}`, moved), 'right.missing');
  assert.equal(await send('service_head', 'PUT', `/meetings/${first}`, moved), 200);
  assert.equal(await send('service_head', 'PUT', `/meetings/${first}`, moved), 'stale');
  const [change] = (await meeting(first))['former'];
  assert.deepEqual(
    [change.before.room, change.before.starts_at, change.by.name],
    ['二楼会议室', '2026-09-29T02:00:00.000Z', '杨部长'],
  );
  const off = await call('service_head', { title: '临时会', regular: false });
  assert.equal(await send('service_head', 'POST', `/meetings/${off}/cancel`, { why: '改为书面通知' }), 200);
  wait(world);
  assert.ok((await told(world, 'desk')).some((note) => note.type === 'meeting.cancelled'));
  assert.equal((await meeting(off))['cancelledBecause'], '改为书面通知');
});

test('who came, what was said and decided is recorded point by point; held in time it keeps its period, and its chair signs it [MEET-01]', async () => {
  const minutes = async (over: object = {}, who: PersonKey = 'service_head') =>
    send(who, 'PUT', `/meetings/${first}/minutes`, {
      seen: (await meeting(first))['version'],
      came: [1, 2],
      points: [
        { no: 1, title: '上周投诉回顾', minutes: '渗水投诉三件', decision: '每件当日回访' },
        { no: 2, title: '国庆值班安排' },
      ],
      ...over,
    });
  assert.equal(await minutes(), 'meeting.to_come');
  world.at('2026-09-29T12:00+08:00');
  assert.equal(await minutes({}, 'desk'), 'meeting.not_recorder');
  assert.equal(await minutes({ came: [9] }), 'meeting.member_unknown');
  assert.equal(await minutes(), 200);
  const held = await meeting(first);
  assert.deepEqual([held['state'], held['came'], held['heldAt']], ['held', 2, '2026-09-29T03:00:00.000Z']);
  const [due] = (await dues('?sort=department_meeting&state=held'))['items'];
  assert.equal(due.meeting.id, first);
  assert.equal((await clocksAbout(world, due.id))[0]!.outcome, 'kept');
  assert.equal(await send('service_head', 'POST', `/meetings/${first}/close`), 'meeting.points_silent');
  const all = held['points'].map(({ no, title, minutes: said, decision }: Body) => ({
    no,
    title,
    minutes: said || '前台每班两人',
    decision,
  }));
  assert.equal(await minutes({ points: [...all, { title: '其他', minutes: '无' }] }), 200);
  const former = (await meeting(first))['former'].at(-1);
  assert.deepEqual(former.before.points[1], { title: '国庆值班安排', minutes: '', decision: '' });
  assert.equal(await send('desk', 'POST', `/meetings/${first}/close`), 'meeting.not_chair');
});

test('problems and ideas are items with owner and due day, owed until their outcome, and what is open is on the next agenda [MEET-04]', async () => {
  const item = (over: object = {}, who: PersonKey = 'service_head') =>
    send(who, 'POST', `/meetings/${first}/items`, {
      sort: 'problem',
      title: '前台夜间无人接听，补一名夜班',
      personId: world.people.desk,
      dueAt: '2026-09-30T17:00:00+08:00',
      ...over,
    });
  assert.equal(await item({}, 'desk'), 'meeting.not_recorder');
  assert.equal(await item({ dueAt: '2026-09-01T17:00:00+08:00' }), 'promise.in_past');
  assert.equal(await item({ title: ' ' }), 'input.malformed');
  const problem = await item();
  const idea = await item({ sort: 'improvement', title: '前台设意见簿', personId: world.people.desk2 });
  assert.equal((await clocksAbout(world, problem))[0]!.kind, 'work_item');
  wait(world);
  assert.ok((await told(world, 'desk')).some((one) => one.type === 'work_item.given'));
  assert.equal(await send('service_head', 'POST', `/meetings/${first}/close`), 200);
  const closed = await meeting(first);
  assert.equal(closed['closedAt'] !== null && closed['signBy'] !== null, true);
  assert.equal(await item(), 'meeting.is_closed');
  assert.equal((await clocksAbout(world, first)).find((one) => one.kind === 'sign_minutes')!.outcome, 'kept');
  assert.equal(await send('desk2', 'POST', `/work-items/${idea}/finish`, { outcome: '已设在大堂' }), 200);

  const next = await call('service_head', { startsAt: '2026-10-12T10:00:00+08:00', title: '十月例会' });
  const carried = (await meeting(next))['points'].filter((one: Body) => one['item']);
  assert.deepEqual(
    carried.map((one: Body) => [one['item'].id, one['item'].meeting.id]),
    [[problem, first]],
    'what is done is not carried on',
  );
  const items = async (query: string, who: PersonKey = 'manager') =>
    (await get(who, `/meeting-items${query}`))['items'].map((one: Body) => one['id']);
  assert.deepEqual(await items('?open=true'), [problem]);
  assert.deepEqual(await items('?sort=improvement'), [idea]);
  assert.deepEqual(await items(`?person=${world.people.desk}`, 'desk'), [problem]);
  assert.deepEqual(await items('', 'plumber'), []);
  const [done] = (await get('manager', '/meeting-items?open=false'))['items'];
  assert.deepEqual([done.outcome, done.person.name], ['已设在大堂', '李前台']);
});

test('the centre manager calls and chairs regular and occasional centre meetings; an occasional one keeps no period [MEET-02]', async () => {
  const input = { sort: 'centre_meeting', personIds: [world.people.maintenance], recorderId: world.people.desk };
  const startsAt = '2026-09-29T14:00:00+08:00';
  const occasional = await call('manager', { ...input, regular: false, title: '台风应急会', startsAt });
  const regular = await call('manager', { ...input, title: '九月中心会议', startsAt });
  world.at('2026-09-29T15:00+08:00');
  const hold = async (id: string) =>
    send('desk', 'PUT', `/meetings/${id}/minutes`, {
      seen: (await meeting(id))['version'],
      came: [1, 3],
      points: [
        { no: 1, title: '上周投诉回顾', minutes: '已阅' },
        { no: 2, title: '国庆值班安排', decision: '照办' },
      ],
    });
  assert.equal(await hold(occasional), 200);
  assert.equal((await dues('?sort=centre_meeting&state=open'))['items'].length, 1);
  assert.equal(await hold(regular), 200);
  assert.equal((await dues('?sort=centre_meeting&state=held'))['items'][0].meeting.id, regular);
  assert.equal(await send('manager', 'POST', `/meetings/${occasional}/close`), 200);
  const listed = async (query: string) =>
    (await get('manager', `/meetings${query}`))['items'].map((one: Body) => one['id']);
  assert.deepEqual((await listed('?sort=centre_meeting')).toSorted(), [occasional, regular].toSorted());
  assert.deepEqual(await listed('?state=closed&sort=centre_meeting'), [occasional]);
  assert.deepEqual(await listed('?from=2026-10-01T00:00:00Z'), [await next()]);
  async function next() {
    return (await listed('?state=called'))[0];
  }
});

test('people of outside firms are invited by name to a contractor meeting, with problems and proposals recorded [MEET-03]', async () => {
  const id = await call('service_head', {
    sort: 'contractor_meeting',
    title: '三季度外包沟通会',
    startsAt: '2026-09-29T16:00:00+08:00',
    personIds: [world.people.lift],
    outsiders: [{ firm: '绿景保洁', name: '江经理' }],
  });
  world.at('2026-09-29T17:00+08:00');
  const saved = await send('service_head', 'PUT', `/meetings/${id}/minutes`, {
    seen: (await meeting(id))['version'],
    came: [1, 3],
    points: [{ no: 1, title: '上周投诉回顾', minutes: '楼道清洁不及时', decision: '每日两次' }],
  });
  assert.equal(saved, 200);
  const idea = { sort: 'improvement', title: '江经理建议增加周末清运', personId: world.people.cleaning };
  const itemId = await send('service_head', 'POST', `/meetings/${id}/items`, {
    ...idea,
    dueAt: '2026-10-20T17:00:00+08:00',
  });
  const one = await meeting(id);
  assert.deepEqual(
    one['members'].map((row: Body) => [row['firm'], row['name'], row['came']]),
    [
      ['', '杨部长', true],
      ['', '秦工', false],
      ['绿景保洁', '江经理', true],
    ],
  );
  assert.deepEqual(
    one['left'].map((row: Body) => [row['id'], row['sort']]),
    [[itemId, 'improvement']],
  );
  assert.equal((await dues('?sort=contractor_meeting&state=held'))['items'][0].meeting.id, id);
});

test('a missed one is shown, told upward and counted, and stays missed unless one is held for it; the interval is a setting [MEET-01]', async () => {
  await world.until('2026-10-20T09:00+08:00');
  const shown = await dues('?sort=department_meeting');
  assert.deepEqual(
    shown['items'].map((one: Body) => [one['begins'], one['state']]),
    [
      ['2026-10-26', 'to_come'],
      ['2026-10-19', 'open'],
      ['2026-10-12', 'missed'],
      ['2026-10-05', 'missed'],
      ['2026-09-28', 'held'],
    ],
  );
  assert.deepEqual([shown['kept'], shown['of']], [1, 3]);
  const above = (await told(world, 'manager')).filter((one) => one.params['kind'] === 'hold_meeting');
  assert.ok(above.length > 0, 'whoever stands above hears of it');
  const [october] = (await get('manager', '/meetings?state=called&sort=department_meeting'))['items'];
  assert.equal(october.notHeld, true);
  const held = {
    came: [1],
    points: [{ no: 1, title: '上周投诉回顾', minutes: '补开' }],
    heldAt: '2026-10-20T08:30:00+08:00',
  };
  const seen = (await meeting(october.id))['version'];
  assert.equal(await send('service_head', 'PUT', `/meetings/${october.id}/minutes`, { seen, ...held }), 200);
  const after = (await dues('?sort=department_meeting&until=2026-10-27T00:00:00Z'))['items'];
  assert.deepEqual(
    after.map((one: Body) => one['state']),
    ['held', 'missed', 'missed', 'held'],
  );
  assert.equal((await clocksAbout(world, after[1].id))[0]!.outcome, 'late');

  const extra = await call('service_head', { startsAt: '2026-10-20T09:30:00+08:00', title: '补开例会' });
  world.at('2026-10-20T10:00+08:00');
  const made = {
    seen: (await meeting(extra))['version'],
    came: [1],
    points: [{ no: 1, title: '上周投诉回顾', minutes: '补开' }],
  };
  assert.equal(await send('service_head', 'PUT', `/meetings/${extra}/minutes`, made), 200);
  const [late] = (await dues('?sort=department_meeting&state=held_late'))['items'];
  assert.deepEqual([late.begins, late.meeting.id], ['2026-10-05', extra], 'the first that was missed');

  const monthly = async () =>
    world.act('manager', async (context) => {
      const { version, settings } = await settingsVersionOf(context);
      const meetings = settings.meetings!.map((one) =>
        one.key === 'department_meeting' ? { ...one, every: 'month' as const } : one,
      );
      await changePart(context, { meetings }, { seen: version, why: '改为每月' });
    });
  await monthly();
  const now = (await dues('?sort=department_meeting&state=open'))['items'];
  assert.deepEqual(
    now.map((one: Body) => [one['every'], one['begins']]),
    [['month', '2026-10-01']],
  );
});
