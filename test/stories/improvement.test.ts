import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { acknowledgeImprovement, reportMeasure } from '../../src/improvement/commands/carry-out.ts';
import { decideRepetition } from '../../src/improvement/commands/decide-repetition.ts';
import { judgeImprovement, planRound, withdrawImprovement } from '../../src/improvement/commands/judge-improvement.ts';
import { openImprovement } from '../../src/improvement/commands/open-improvement.ts';
import { improvementsQuery, openImprovementInput, planRoundInput } from '../../src/improvement/inputs.ts';
import { listImprovements } from '../../src/improvement/list.ts';
import { improvementPage } from '../../src/improvement/page.ts';
import { listRepetitions } from '../../src/improvement/repetitions.ts';
import type { Id } from '../../src/kernel/id.ts';
import { leave } from '../../src/organisation/commands/leave.ts';
import { leaveInput } from '../../src/organisation/inputs.ts';
import { changeKind } from '../../src/pack/commands/change-kind.ts';
import { changeSettings } from '../../src/pack/commands/change-settings.ts';
import { currentKind } from '../../src/pack/kinds.ts';
import { settingsVersionOf } from '../../src/pack/settings.ts';
import { makeVisit } from '../../src/return-visit/commands/make-visit.ts';
import { makeVisitInput } from '../../src/return-visit/inputs.ts';
import type { Ticket } from '../../src/ticket/ticket.ts';
import { clocksAbout, mend, settle, takeInMatter, told, visitsOf, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
let id: Id<'improvement'>;
const complaints: string[] = [];
let earlier: Ticket;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
});
after(() => world.drop());

const repetitions = async (who: PersonKey = 'manager') => world.ask(who, listRepetitions);
const list = async (over: object = {}, who: PersonKey = 'manager') =>
  (await world.ask(who, listImprovements, improvementsQuery.parse(over))).items;
const page = (who: PersonKey = 'manager') => world.ask(who, improvementPage, id);
const noise = (over: object = {}) =>
  takeInMatter(world, 'complaint', {
    placeId: undefined,
    fields: { about: 'noise', wanted_solution: '安静' },
    ...over,
  });
const pattern = () => `ticket|${world.departments['customer_service']}|complaint|about|noise`;
const action = (over: object = {}) =>
  openImprovementInput.parse({
    sort: 'both',
    departmentId: world.departments['customer_service'],
    title: '装修噪音投诉反复发生',
    causeSort: 'method',
    cause: '装修时间告知不到位，夜间无人巡查',
    measures: [
      { text: '装修户逐户签收施工时间告知书', personId: world.people.assistant, dueAt: '2026-09-11T18:00:00+08:00' },
      { text: '夜间加巡一次并登记', personId: world.people.captain, dueAt: '2026-09-14T18:00:00+08:00' },
    ],
    checkAt: '2026-09-21T18:00:00+08:00',
    checkById: world.people.manager,
    ...over,
  });
const told1 = async (who: PersonKey, type: string) =>
  (await told(world, who)).filter((one) => one.type === type && one.params['number'] === 1).length;
const measureId = async (no: number) =>
  (await page()).plan.find((one) => one.no === no)!.id as Id<'improvement_measure'>;
const report = async (who: PersonKey, no: number) =>
  world.act(who, reportMeasure, await measureId(no), { text: '已落实' });

test('what occurs repeatedly in a department is found by itself, with the records behind it [ESCL-05]', async () => {
  for (let at = 0; at < 2; at += 1) complaints.push((await noise()).id);
  await takeInMatter(world, 'complaint', { fields: { about: 'parking', wanted_solution: '清走' } });
  assert.deepEqual((await repetitions()).items, [], 'twice is not yet repeatedly');
  complaints.push((await noise()).id);
  const { times, within, items } = await repetitions();
  assert.deepEqual([times, within], [3, 'P30D']);
  assert.deepEqual(
    items.map((one) => [one.pattern, one.n, one.department.id, one.names.map((name) => name['zh-hans'])]),
    [[pattern(), 3, world.departments['customer_service'], ['投诉', '投诉事项', '噪音扰民']]],
  );
  assert.deepEqual(items[0]!.records.map((one) => one.id).toSorted(), complaints.toSorted());
  assert.deepEqual((await repetitions('supervisor')).items.length, 1);
  const { version, settings } = await world.ask('manager', settingsVersionOf);
  const rarer = { ...settings, repetition: { times: 4, within: 'P30D' } };
  await world.act('manager', changeSettings, { settings: rarer, seen: version, why: '试行' });
  assert.deepEqual((await repetitions()).items, [], 'how often is a setting');
  await world.act('manager', changeSettings, { settings, seen: version + 1, why: '恢复' });
});

test('the same at one place counts by itself, and what is usual is no repetition [ESCL-05]', async () => {
  const other = await freshWorld({ at: '2026-05-01T09:00+08:00' });
  const seen = async () =>
    (await other.ask('manager', listRepetitions)).items.map((one) => [one.sort, one.n, one.usual, one.from]);
  const matter = (placeId?: Id<'place'>) =>
    takeInMatter(other, 'complaint', { placeId, fields: { about: 'noise', wanted_solution: '安静' } });
  const { flat1202 } = other.places;
  await takeInMatter(other, 'complaint', { fields: { about: 'parking', wanted_solution: '清走' } });
  const days = (n: number) => other.clock.advance(n * 86_400_000);
  // four a month, one of them of this flat, in each of three months
  for (const after of [10, 30, 30]) {
    days(after);
    await matter(flat1202);
    for (let at = 0; at < 3; at += 1) await matter();
  }
  days(51);
  for (let at = 0; at < 3; at += 1) await matter();
  await matter(flat1202);
  for (let at = 0; at < 3; at += 1) await matter(flat1202);
  assert.deepEqual(await seen(), [], 'four are not out of the ordinary where one is usual, nor seven where four are');
  await matter(flat1202);
  assert.deepEqual(await seen(), [['at_place', 5, 1, 5]], 'at one flat it is, in the department it is not');
  const [one] = (await other.ask('manager', listRepetitions)).items;
  assert.deepEqual(
    one!.names.map((name) => name['zh-hans']),
    ['3-1202', '投诉', '投诉事项', '噪音扰民'],
  );
  for (let at = 0; at < 2; at += 1) await matter();
  assert.equal((await seen()).length, 1, 'ten are the limit itself');
  await matter();
  assert.deepEqual(await seen(), [
    ['at_place', 5, 1, 5],
    ['ticket', 11, 4, 11],
  ]);
  await other.drop();
});

test('whoever decides that no action follows says why, and it is counted anew [ESCL-05]', async () => {
  const given = { pattern: pattern(), reason: '同一装修户，已竣工' };
  await assert.rejects(world.act('captain', decideRepetition, given), { code: 'right.missing' });
  await assert.rejects(world.act('manager', decideRepetition, { ...given, pattern: 'weather|x' }), {
    code: 'improvement.pattern_unknown',
  });
  await world.act('supervisor', decideRepetition, given);
  const [kept] = await world.read((tx) => tx.selectFrom('repetition_decision').selectAll().execute());
  assert.deepEqual([kept!.reason, kept!.counted, kept!.by_id], ['同一装修户，已竣工', 3, world.people.supervisor]);
  world.clock.advance(60_000);
  for (let at = 0; at < 2; at += 1) complaints.push((await noise()).id);
  assert.deepEqual((await repetitions()).items, []);
  complaints.push((await noise()).id);
  assert.deepEqual(
    (await repetitions()).items.map((one) => one.n),
    [3],
  );
});

test('the action notice names cause, measures, persons, days and who checks; its head acknowledges it [ESCL-05] [PRIN-08]', async () => {
  const open = (over: object, who: PersonKey = 'manager') => world.act(who, openImprovement, action(over));
  await assert.rejects(open({}, 'captain'), { code: 'right.missing' });
  await assert.rejects(open({ checkById: world.people.assistant }), { code: 'improvement.own_check' });
  await assert.rejects(open({ checkAt: '2026-09-14T18:00:00+08:00' }), { code: 'improvement.check_too_early' });
  const past = { text: '过期', personId: world.people.desk, dueAt: '2026-09-07T08:00:00+08:00' };
  await assert.rejects(open({ measures: [past] }), { code: 'improvement.due_in_past' });
  await assert.rejects(open({ pattern: `ticket|${world.departments['security']}|complaint|about|noise` }), {
    code: 'improvement.pattern_unknown',
  });
  assert.throws(() => action({ measures: [] }), 'without a measure it mends nothing');
  id = await open({ pattern: pattern() });
  await assert.rejects(open({ pattern: pattern() }), { code: 'improvement.open_already' });
  const shown = await page();
  assert.deepEqual(
    [shown.number, shown.state, shown.addressee!.name, shown.causeSort, shown.cause, shown.checkBy.name, shown.round],
    [1, 'running', '杨部长', 'method', '装修时间告知不到位，夜间无人巡查', '许经理', 1],
  );
  assert.deepEqual(
    shown.plan.map((one) => [one.no, one.person.name, one.dueAt, one.outcome]),
    [
      [1, '吕助理', '2026-09-11T10:00:00.000Z', null],
      [2, '卫队长', '2026-09-14T10:00:00.000Z', null],
    ],
  );
  assert.equal(shown.sources.length, 3, 'the records behind the repetition came along');
  const clocks = await clocksAbout(world, id);
  assert.deepEqual(
    clocks.map((one) => [one.kind, one.owner_id]).toSorted(),
    [
      ['acknowledge_improvement', world.people.service_head],
      ['check_improvement', world.people.manager],
      ['measure', world.people.assistant],
      ['measure', world.people.captain],
    ].toSorted(),
  );
  assert.deepEqual((await repetitions()).items, [], 'what an open action answers is not proposed again');
  wait(world);
  assert.deepEqual(
    [await told1('service_head', 'improvement.opened'), await told1('captain', 'improvement.measure')],
    [1, 1],
  );
  await assert.rejects(world.act('maintenance', acknowledgeImprovement, id), { code: 'right.out_of_scope' });
  await world.act('service_head', acknowledgeImprovement, id);
  await assert.rejects(world.act('service_head', acknowledgeImprovement, id), {
    code: 'improvement.already_acknowledged',
  });
  assert.deepEqual([(await page()).acknowledgedBy!.name], ['杨部长']);
});

test('each measure is owed by its person and turns late by itself; the check waits for the last of them [ESCL-05] [COMP-21]', async () => {
  await assert.rejects(report('plumber', 1), { code: 'right.missing' });
  await report('assistant', 1);
  await assert.rejects(report('assistant', 1), { code: 'improvement.measure_done' });
  const judge = (worked: boolean, who: PersonKey = 'manager') =>
    world.act(who, judgeImprovement, id, { worked, text: '复查两周投诉' });
  await assert.rejects(judge(true), { code: 'improvement.not_carried_out' });
  await world.until('2026-09-15T09:00+08:00');
  earlier = await noise();
  world.clock.advance(60_000);
  await report('captain', 2);
  const shown = await page();
  assert.deepEqual(
    [shown.state, shown.done, shown.measures, shown.plan.map((one) => [one.doneBy!.name, one.outcome])],
    [
      'to_check',
      2,
      2,
      [
        ['吕助理', 'kept'],
        ['卫队长', 'late'],
      ],
    ],
  );
  wait(world);
  assert.equal(await told1('manager', 'improvement.carried_out'), 1);
  await assert.rejects(judge(true, 'supervisor'), { code: 'improvement.not_your_check' });
  await judge(false);
  const again = await page();
  assert.deepEqual([again.state, again.round, again.measures], ['to_plan', 2, 0]);
  assert.deepEqual([again.verdicts[0]!.verdict, again.verdicts[0]!.by!.name], ['did_not', '许经理']);
  const owed = (await clocksAbout(world, id)).find((one) => one.kind === 'plan_measures')!;
  assert.deepEqual([owed.owner_id, owed.outcome], [world.people.service_head, null]);
});

test('what did not work gets another round of measures; what worked is closed [ESCL-05]', async () => {
  const round = planRoundInput.parse({
    measures: [
      { text: '与装修公司签订违约条款', personId: world.people.assistant, dueAt: '2026-09-18T18:00:00+08:00' },
    ],
    checkAt: '2026-09-25T18:00:00+08:00',
  });
  await assert.rejects(world.act('captain', planRound, id, round), { code: 'right.out_of_scope' });
  await world.act('service_head', planRound, id, round);
  await assert.rejects(world.act('service_head', planRound, id, round), { code: 'improvement.already_planned' });
  await report('assistant', 1);
  await world.act('manager', judgeImprovement, id, { worked: true, text: '一周无同类投诉' });
  const shown = await page();
  assert.deepEqual([shown.state, shown.round, shown.plan.length], ['closed', 2, 3]);
  assert.deepEqual(
    (await list({ state: 'closed', cause: 'method', q: '噪音' })).map((one) => one.id),
    [id],
  );
  assert.deepEqual(await list({ state: 'closed', cause: 'people' }), []);
  assert.deepEqual(await list({ state: 'closed', department: world.departments['security'] }), []);
  assert.deepEqual(await list({ state: 'open' }), []);
  const open = (await clocksAbout(world, id)).filter((one) => one.outcome === null);
  assert.deepEqual(open, [], 'nothing is owed on it any more');
});

test('when the same cause appears again after the measures, the action reopens by itself, flagged, and its people are told [COMP-21]', async () => {
  await settle(world, earlier);
  assert.equal((await page()).state, 'closed', 'a complaint from before the measures proves nothing');
  world.clock.advance(3_600_000);
  const parking = await takeInMatter(world, 'complaint', { fields: { about: 'parking', wanted_solution: '清走' } });
  await settle(world, parking);
  assert.equal((await page()).state, 'closed', 'another cause is another matter');
  const anew = await noise({ title: '楼上又在夜间装修' });
  assert.equal((await page()).state, 'closed', 'its cause is not known yet');
  await settle(world, anew);
  const shown = await page();
  assert.deepEqual([shown.state, shown.recurred, shown.round, shown.closedAt], ['to_plan', 1, 3, null]);
  assert.deepEqual([shown.verdicts[0]!.verdict, shown.verdicts[0]!.by], ['recurred', null]);
  assert.deepEqual(
    shown.sources.filter((one) => one.again).map((one) => one.id),
    [anew.id],
  );
  wait(world);
  assert.deepEqual(
    [await told1('service_head', 'improvement.recurred'), await told1('manager', 'improvement.recurred')],
    [1, 1],
  );
  const owed = (await clocksAbout(world, id)).filter((one) => one.kind === 'plan_measures' && one.outcome === null);
  assert.equal(owed.length, 1);
  assert.deepEqual(
    (await list({ recurring: 'true' })).map((one) => one.id),
    [id],
  );
  assert.deepEqual(await list({ recurring: 'false' }), []);
});

test('what a return visit brings up becomes measures with person and day; the fault found again reopens them [COMP-21]', async () => {
  const visitWithFault = async () => {
    const ticket = await takeInMatter(world, 'leak');
    await mend(world, ticket);
    await settle(world, ticket);
    const [visit] = await visitsOf(world, ticket.id);
    const said = { reachedWhom: '陈先生', satisfaction: 3, fault: { findings: '墙面未恢复' } };
    await world.act('desk', makeVisit, visit!.id, makeVisitInput.parse(said));
    return visit!.id;
  };
  const visit = await visitWithFault();
  const department = world.departments['engineering']!;
  const from = await world.act(
    'supervisor',
    openImprovement,
    action({
      departmentId: department,
      title: '维修后墙面未恢复',
      measures: [{ text: '完工前拍照', personId: world.people.maintenance, dueAt: '2026-09-18T18:00:00+08:00' }],
      sources: [{ type: 'return_visit', id: visit }],
      pattern: `visit_fault|${department}`,
    }),
  );
  const shown = () => world.ask('manager', improvementPage, from);
  assert.deepEqual(
    (await shown()).sources.map((one) => [one.type, one.id]),
    [['return_visit', visit]],
  );
  const [measure] = (await shown()).plan;
  await world.act('maintenance', reportMeasure, measure!.id as Id<'improvement_measure'>, { text: '已写入完工要求' });
  world.clock.advance(60_000);
  const again = await visitWithFault();
  const reopened = await shown();
  assert.deepEqual([reopened.state, reopened.recurred], ['to_plan', 1]);
  assert.equal(reopened.sources.find((one) => one.again)!.id, again);
  const dropped = (await clocksAbout(world, from)).find((one) => one.kind === 'check_improvement')!;
  assert.equal(dropped.outcome, 'cancelled', 'there is nothing left to check');
});

test('a measure that changes a rule names it, and stays listed until a later version is in force [PRIN-14]', async () => {
  const { kind, version } = await world.ask('manager', currentKind, 'complaint');
  const opened = await world.act(
    'manager',
    openImprovement,
    action({
      title: '客户反映首次答复太慢',
      measures: [
        {
          text: '缩短投诉首次答复时限',
          personId: world.people.supervisor,
          dueAt: '2026-09-18T18:00:00+08:00',
          rule: { type: 'kind', key: 'complaint' },
        },
      ],
      sources: [{ type: 'ticket', id: complaints[0] }],
    }),
  );
  await assert.rejects(
    world.act(
      'manager',
      openImprovement,
      action({
        measures: [{ ...action().measures[0]!, dueAt: '2026-09-18T18:00:00+08:00', rule: { type: 'kind', key: 'x' } }],
      }),
    ),
    { code: 'kind.unknown' },
  );
  const shown = () => world.ask('manager', improvementPage, opened);
  const listed = async (state: string) => (await list({ rule: 'true', state })).map((one) => one.id);
  assert.deepEqual(await listed('running'), [opened]);
  const [measure] = (await shown()).plan;
  assert.deepEqual(measure!.rule, { type: 'kind', key: 'complaint', before: version, after: null });
  const carryOut = () =>
    world.act('supervisor', reportMeasure, measure!.id as Id<'improvement_measure'>, { text: '改为 2 小时' });
  await assert.rejects(carryOut(), { code: 'improvement.rule_unchanged' });
  assert.deepEqual(await listed('running'), [opened], 'listed until it is carried out');
  await world.act('manager', changeKind, { kind, seen: version, why: '缩短答复时限' });
  await carryOut();
  assert.deepEqual((await shown()).plan[0]!.rule, {
    type: 'kind',
    key: 'complaint',
    before: version,
    after: version + 1,
  });
  assert.deepEqual(await listed('to_check'), [opened]);
  assert.deepEqual(await listed('running'), []);
  await world.act('manager', withdrawImprovement, opened, { reason: '重复' });
  await assert.rejects(world.act('manager', withdrawImprovement, opened, { reason: '重复' }), {
    code: 'improvement.withdrawn',
  });
  assert.deepEqual(await listed('withdrawn'), [opened]);
});

test('who has nothing to do with an action does not see it', async () => {
  await assert.rejects(world.ask('lift', improvementPage, id), { code: 'right.out_of_scope' });
  assert.deepEqual(await list({ state: 'all' }, 'lift'), []);
  assert.equal((await list({ state: 'all', mine: 'true' }, 'service_head')).length, 1);
});

test('who leaves hands over what he answers for, checks and is to carry out; what he did stays his', async () => {
  const day = (n: number) => `2026-10-${String(n).padStart(2, '0')}T18:00:00+08:00`;
  const opened = await world.act(
    'manager',
    openImprovement,
    action({
      title: '交接',
      measures: [
        { text: '甲', personId: world.people.assistant, dueAt: day(8) },
        { text: '乙', personId: world.people.assistant, dueAt: day(9) },
      ],
      checkAt: day(20),
    }),
  );
  const shown = () => world.ask('manager', improvementPage, opened);
  const [first] = (await shown()).plan;
  await world.act('assistant', reportMeasure, first!.id as Id<'improvement_measure'>, { text: '完成' });
  const gone = (successor: PersonKey) => leaveInput.parse({ successorId: world.people[successor], reason: 'resigned' });
  await world.act('admin', leave, world.people.assistant, gone('desk2'));
  await world.act('admin', leave, world.people.service_head, gone('supervisor'));
  const after = await shown();
  assert.deepEqual([after.addressee!.name, after.plan.map((one) => one.person.name)], ['何主管', ['吕助理', '李前台']]);
  const clocks = await clocksAbout(world, opened);
  assert.deepEqual(
    clocks.filter((one) => one.kind === 'measure' && one.outcome === null).map((one) => one.owner_id),
    [world.people.desk2],
  );
  await world.act('supervisor', acknowledgeImprovement, opened);
});
