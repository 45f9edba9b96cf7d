import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { confirmDuties } from '../../src/duty-statement/commands/confirm-duties.ts';
import { stateDuties } from '../../src/duty-statement/commands/state-duties.ts';
import { listDuties } from '../../src/duty-statement/list.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { givePost } from '../../src/organisation/commands/give-post.ts';
import { dayBoard } from '../../src/work-plan/board.ts';
import { checkItem } from '../../src/work-plan/commands/check-item.ts';
import { giveItem } from '../../src/work-plan/commands/give-items.ts';
import { moveItem } from '../../src/work-plan/commands/move-item.ts';
import { reportPlan } from '../../src/work-plan/commands/report-plan.ts';
import { takeOver } from '../../src/work-plan/commands/take-over.ts';
import { beginItem, finishItem, readItem } from '../../src/work-plan/commands/take-item-steps.ts';
import {
  checkInput,
  finishInput,
  giveItemInput,
  itemsQuery,
  plansQuery,
  takeOverInput,
} from '../../src/work-plan/inputs.ts';
import { listItems } from '../../src/work-plan/items.ts';
import { listWorkPlans, workPlanPage } from '../../src/work-plan/plans.ts';
import { clocksAbout, takeInMatter, told, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-28T08:40+08:00' });
});
after(() => world.drop());

const give = (who: PersonKey, to: PersonKey, title: string, dueAt: string) =>
  world.act(who, giveItem, giveItemInput.parse({ title, personId: world.people[to], dueAt }));
const finish = (who: PersonKey, id: Id<'work_item'>, over: object = {}) =>
  world.act(who, finishItem, id, finishInput.parse({ outcome: '已完成', ...over }));
const check = (who: PersonKey, id: Id<'work_item'>, over: object) =>
  world.act(who, checkItem, id, checkInput.parse(over));
const columnOf = async (who: PersonKey, person: PersonKey, day?: string) => {
  const { people } = await world.ask(who, dayBoard, day);
  return people.find((one) => one.person.id === world.people[person]);
};

test('the supervisor gives each assistant what is to do today, and it is seen in view of what he has open [ASGN-07] [ASGN-03]', async () => {
  await assert.rejects(give('assistant', 'desk', '巡查大堂', '2026-09-28T11:00:00+08:00'), {
    code: 'right.out_of_scope',
  });
  await assert.rejects(give('supervisor', 'desk', '巡查大堂', '2026-09-28T08:00:00+08:00'), {
    code: 'promise.in_past',
  });
  await takeInMatter(world, 'leak', {}, 'assistant');
  await give('supervisor', 'assistant', '更新公告栏', '2026-09-28T11:00:00+08:00');
  await give('supervisor', 'desk', '整理钥匙柜', '2026-09-28T16:00:00+08:00');
  await give('supervisor', 'assistant', '明日走访名单', '2026-09-29T11:00:00+08:00');
  const mine = (await columnOf('supervisor', 'assistant'))!;
  assert.deepEqual(
    [mine.planned, mine.done, mine.checked, mine.late, mine.openTickets, mine.items[0]!.state],
    [1, 0, 0, 0, 1, 'given'],
  );
  assert.equal((await columnOf('supervisor', 'assistant', '2026-09-29'))!.items[0]!.title, '明日走访名单');
  assert.equal(
    (await columnOf('supervisor', 'desk2'))!.planned,
    0,
    'who has nothing yet is there to be given something',
  );
  assert.equal(await columnOf('assistant', 'desk'), undefined, 'an assistant sees his own day');
  await assert.rejects(world.ask('supervisor', dayBoard, '2026-13-40'), { code: 'work_item.no_such_day' });
  wait(world);
  assert.ok((await told(world, 'assistant')).some((one) => one.type === 'work_item.given'));
});

test('it is read, in progress, done by the one who has it, and checked by another with a remark [ASGN-07]', async () => {
  const [item] = (await columnOf('supervisor', 'assistant'))!.items;
  const id = item!.id as Id<'work_item'>;
  await assert.rejects(world.act('desk', readItem, id, {}), { code: 'work_item.not_yours' });
  await world.act('assistant', readItem, id, {});
  await assert.rejects(world.act('assistant', readItem, id, {}), { code: 'work_item.read' });
  await world.act('assistant', beginItem, id, {});
  assert.equal((await columnOf('supervisor', 'assistant'))!.items[0]!.state, 'in_progress');
  await assert.rejects(check('supervisor', id, { passed: true }), { code: 'work_item.not_done' });
  await finish('assistant', id, { outcome: '已换上停水通知' });
  await assert.rejects(finish('assistant', id), { code: 'work_item.done' });
  await assert.rejects(check('assistant', id, { passed: true }), { code: 'work_item.own_check' });
  await assert.rejects(check('supervisor', id, { passed: false, dueAt: '2026-09-28T12:00:00+08:00' }), {
    code: 'work_item.remark_missing',
  });
  await assert.rejects(check('supervisor', id, { passed: false, remark: '日期写错' }), {
    code: 'work_item.due_missing',
  });
  await check('supervisor', id, { passed: false, remark: '日期写错', dueAt: '2026-09-28T12:00:00+08:00' });
  const back = (await columnOf('supervisor', 'assistant'))!.items[0]!;
  assert.deepEqual(
    [back.state, back.remark, back.dueAt, back.doneAt],
    ['sent_back', '日期写错', '2026-09-28T04:00:00.000Z', null],
  );
  await finish('assistant', id, { outcome: '日期已改' });
  await check('supervisor', id, { passed: true, remark: '可以' });
  await assert.rejects(check('supervisor', id, { passed: true }), { code: 'work_item.checked' });
  const done = (await columnOf('supervisor', 'assistant'))!;
  assert.deepEqual([done.planned, done.done, done.checked, done.items[0]!.checkedBy!.name], [1, 1, 1, '何主管']);
  assert.deepEqual(
    done.items[0]!.checks.map((one) => [one.outcome, one.passed, one.remark, one.by.name]),
    [
      ['已换上停水通知', false, '日期写错', '何主管'],
      ['日期已改', true, '可以', '何主管'],
    ],
  );
  assert.deepEqual(
    (await clocksAbout(world, id)).map((clock) => clock.outcome),
    ['kept', 'kept'],
  );
});

test('an item is moved between assistants with a trace, and left lying it turns late by itself [ASGN-07]', async () => {
  const [item] = (await columnOf('supervisor', 'desk'))!.items;
  const id = item!.id as Id<'work_item'>;
  const move = (who: PersonKey, to: PersonKey) =>
    world.act(who, moveItem, id, { toId: world.people[to], why: '前台排队' });
  await assert.rejects(move('desk', 'assistant'), { code: 'right.out_of_scope' });
  await assert.rejects(move('supervisor', 'desk'), { code: 'work_item.has_it' });
  await world.act('desk', readItem, id, {});
  await move('supervisor', 'assistant');
  const moved = (await columnOf('supervisor', 'assistant'))!.items.find((one) => one.id === id)!;
  assert.deepEqual(
    moved.moves.map((one) => [one.from.name, one.to.name, one.by.name, one.why]),
    [['王前台', '吕助理', '何主管', '前台排队']],
  );
  assert.equal(moved.state, 'given', 'the new one has not read it yet');
  assert.equal((await clocksAbout(world, id))[0]!.owner_id, world.people.assistant);
  await world.until('2026-09-28T16:30+08:00');
  const late = (await columnOf('supervisor', 'assistant'))!;
  assert.equal(late.late, 1);
  assert.ok((await told(world, 'supervisor')).some((one) => one.params['kind'] === 'work_item'));
  const listed = async (query: object) =>
    (await world.ask('supervisor', listItems, itemsQuery.parse(query))).items.map((one) => one.id);
  assert.deepEqual(await listed({ late: 'true', from: '2026-09-28T00:00:00Z', until: '2026-09-28T16:00:00Z' }), [id]);
  assert.deepEqual(await listed({ state: 'given', person: world.people.assistant, until: '2026-09-28T16:00:00Z' }), [
    id,
  ]);
  assert.deepEqual(await listed({ person: world.people.desk }), []);
  await finish('assistant', id);
  assert.equal((await clocksAbout(world, id))[0]!.outcome, 'late');
  await assert.rejects(move('supervisor', 'desk'), { code: 'work_item.done' });
});

const order = (over: object = {}) =>
  takeOverInput.parse({
    sort: 'order',
    title: '国庆前安全检查',
    text: '节前完成一次全面检查',
    giverId: world.people.office,
    dueAt: '2026-09-30T18:00:00+08:00',
    items: [
      { title: '检查消防通道', personId: world.people.assistant, dueAt: '2026-09-29T18:00:00+08:00' },
      { title: '核对值班表', personId: world.people.desk, dueAt: '2026-09-30T12:00:00+08:00' },
    ],
    ...over,
  });

test('an order from the property manager is taken over, broken into items, read, done and reported back [ASGN-06]', async () => {
  await assert.rejects(world.act('assistant', takeOver, order()), { code: 'right.out_of_scope' });
  await assert.rejects(world.act('manager', takeOver, order({ giverId: undefined })), {
    code: 'work_plan.giver_missing',
  });
  assert.throws(() => order({ items: [] }));
  const id = newId<'work_plan'>(world.clock.now());
  await world.act('manager', takeOver, order({ id }));
  await world.act('manager', takeOver, order({ id }));
  const page = () => world.ask('manager', workPlanPage, id);
  const before = await page();
  assert.deepEqual([before.items, before.done, before.giver!.name, before.takenBy.name], [2, 0, '方主任', '许经理']);
  assert.deepEqual(before.unread.map((one) => one.name).toSorted(), ['吕助理', '王前台'].toSorted());
  const [first, second] = before.parts.map((one) => one.id as Id<'work_item'>);
  await world.act('assistant', readItem, first!, {});
  assert.deepEqual(
    (await page()).unread.map((one) => one.name),
    ['王前台'],
    'who has not read it is shown',
  );
  const found = async (query: object) =>
    (await world.ask('manager', listWorkPlans, plansQuery.parse(query))).items.map((one) => one.id);
  assert.deepEqual(await found({ state: 'unread', sort: 'order' }), [id]);
  assert.deepEqual(await found({ giver: world.people.office, person: world.people.desk }), [id]);
  assert.deepEqual(await found({ until: '2026-09-28T00:00:00Z' }), []);
  await assert.rejects(world.ask('desk2', workPlanPage, id), { code: 'right.out_of_scope' });
  await finish('assistant', first!);
  await assert.rejects(world.act('manager', reportPlan, id, { report: '完成' }), {
    code: 'work_plan.items_open',
    params: { open: 1 },
  });
  await finish('desk', second!);
  assert.deepEqual(await found({ state: 'unread', sort: 'order' }), []);
  await assert.rejects(world.act('desk', reportPlan, id, { report: '完成' }), { code: 'right.out_of_scope' });
  await world.act('manager', reportPlan, id, { report: '两项均已完成，无隐患' });
  await assert.rejects(world.act('manager', reportPlan, id, { report: '再报' }), { code: 'work_plan.reported' });
  const reported = await page();
  assert.deepEqual([reported.done, reported.report, reported.overdue], [2, '两项均已完成，无隐患', false]);
  assert.equal((await clocksAbout(world, id))[0]!.outcome, 'kept');
  wait(world);
  const [heard] = (await told(world, 'office')).filter((one) => one.type === 'work_plan.reported');
  assert.equal(heard!.acknowledgement, 'wanted');
});

test('an external reception has guests, date, host, programme, tasks for each person, and its result recorded [RECP-14]', async () => {
  const reception = {
    guestBody: '市住建局考察组',
    heldAt: '2026-09-30T10:00:00+08:00',
    hostId: world.people.office,
    programme: '10:00 接待\n10:30 参观监控中心',
  };
  const planned = (over: object) => order({ sort: 'reception', giverId: undefined, title: '住建局考察接待', ...over });
  await assert.rejects(world.act('supervisor', takeOver, planned({})), { code: 'work_plan.reception_missing' });
  const id = await world.act('supervisor', takeOver, planned({ reception }));
  const before = await world.ask('office', workPlanPage, id);
  assert.deepEqual(
    [before.guestBody, before.heldAt, before.host!.name, before.programme],
    ['市住建局考察组', '2026-09-30T02:00:00.000Z', '方主任', reception.programme],
  );
  const mine = (await world.ask('assistant', listItems, itemsQuery.parse({ person: world.people.assistant }))).items;
  assert.ok(
    mine.some((one) => one.plan?.id === id),
    'each sees his task in his own work',
  );
  await finish('assistant', before.parts[0]!.id as Id<'work_item'>);
  await world.until('2026-09-30T13:00+08:00');
  const late = await world.ask('office', workPlanPage, id);
  assert.deepEqual([late.items, late.done, late.late], [2, 1, 1], 'planned against actual: one task is late by itself');
  await finish('desk', before.parts[1]!.id as Id<'work_item'>);
  await world.act('supervisor', reportPlan, id, { report: '考察顺利，来宾好评' });
  const held = { sort: 'reception', from: '2026-09-30T00:00:00Z', until: '2026-09-30T16:00:00Z' };
  const [listed] = (await world.ask('office', listWorkPlans, plansQuery.parse(held))).items;
  assert.deepEqual([listed!.id, listed!.reportedAt === null], [id, false]);
  assert.equal((await world.ask('office', workPlanPage, id)).report, '考察顺利，来宾好评');
});

test('each member confirms that he understands his duties; who has not is listed, and a new version asks anew [ASGN-03]', async () => {
  const postId = world.posts['front_desk_clerk']!;
  const state = (who: PersonKey, seen: number) =>
    world.act(who, stateDuties, postId, { text: '接待、登记、跟进', why: '岗位说明', seen });
  const standing = async (who: PersonKey = 'manager') =>
    (await world.ask(who, listDuties)).items.find((one) => one.post.id === postId)!;
  await assert.rejects(state('supervisor', 0), { code: 'right.missing' });
  await assert.rejects(state('manager', 1), { code: 'stale' });
  assert.equal((await standing()).statement, null);
  await state('manager', 0);
  const confirmed = async () => (await standing()).people.map((one) => [one.person.name, one.confirmedAt !== null]);
  assert.deepEqual(await confirmed(), [
    ['李前台', false],
    ['王前台', false],
  ]);
  await assert.rejects(world.act('assistant', confirmDuties, postId, { version: 1 }), { code: 'duties.not_asked' });
  await world.act('desk', confirmDuties, postId, { version: 1 });
  await assert.rejects(world.act('desk', confirmDuties, postId, { version: 1 }), { code: 'duties.confirmed' });
  assert.deepEqual(await confirmed(), [
    ['李前台', false],
    ['王前台', true],
  ]);
  const own = await standing('desk');
  assert.deepEqual(
    own.people.map((one) => one.person.name),
    ['王前台'],
    'one sees one’s own confirmation',
  );
  await state('manager', 1);
  assert.deepEqual(
    await confirmed(),
    [
      ['李前台', false],
      ['王前台', false],
    ],
    'a new version asks anew',
  );
  await assert.rejects(world.act('desk', confirmDuties, postId, { version: 1 }), { code: 'stale' });
  await world.act('manager', givePost, world.people.assistant, { postId, deputyRank: null });
  assert.deepEqual((await confirmed()).map(([name]) => name).toSorted(), ['吕助理', '李前台', '王前台'].toSorted());
  await world.act('desk', confirmDuties, postId, { version: 2 });
  await world.until('2026-10-12T10:00+08:00');
  const people = (await standing()).people;
  assert.deepEqual(
    people.map((one) => [one.person.name, one.late]).toSorted(),
    [
      ['吕助理', true],
      ['李前台', true],
      ['王前台', false],
    ].toSorted(),
    'not confirmed in time it is late by itself',
  );
  const { load } = people.find((one) => one.person.name === '吕助理')!;
  assert.deepEqual([load.tickets, load.items], [1, 1], 'what each has open stands beside it');
  assert.deepEqual(
    (await standing()).former.map((one) => one.version),
    [1],
  );
});
