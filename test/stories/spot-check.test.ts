import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { installPlans } from '../../src/spot-check/commands/install-plans.ts';
import { beginCurrentSpotChecks } from '../../src/spot-check/commands/begin-spot-checks.ts';
import { draw } from '../../src/kernel/draw.ts';
import type { Id } from '../../src/kernel/id.ts';
import { system } from '../../src/organisation/can.ts';
import { changeSpotCheckPlan } from '../../src/spot-check/commands/write-plan.ts';
import type { SpotCheckPlan } from '../../src/spot-check/plan.ts';
import type { Context } from '../../src/platform/context.ts';
import { receiveNotice, replyNotice } from '../../src/rectification/commands/answer-notice.ts';
import { verifyNotice } from '../../src/rectification/commands/verify-notice.ts';
import { listNotices, noticesQuery } from '../../src/rectification/list.ts';
import { noticePage } from '../../src/rectification/page.ts';
import { makeVisit } from '../../src/return-visit/commands/make-visit.ts';
import { makeVisitInput } from '../../src/return-visit/inputs.ts';
import { checkItem } from '../../src/spot-check/commands/check-item.ts';
import { completeSpotCheck } from '../../src/spot-check/commands/complete-spot-check.ts';
import {
  changeSpotCheckPlanInput,
  checkItemInput,
  completeSpotCheckInput,
  spotChecksQuery,
} from '../../src/spot-check/inputs.ts';
import { listSpotChecks } from '../../src/spot-check/list.ts';
import { drawAgain, spotCheckPage } from '../../src/spot-check/page.ts';
import { effectOfPlan, listPlans } from '../../src/spot-check/plans-view.ts';
import { beginOnly, clocksAbout, mend, settle, takeInMatter, told, visitsOf, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
  await beginOnly(world, installPlans, beginCurrentSpotChecks);
});
after(() => world.drop());

const VISITS = 'return_visits_monthly';
const list = async (over: object = {}, who: PersonKey = 'manager') =>
  (await world.ask(who, listSpotChecks, spotChecksQuery.parse(over))).items;
const idOf = async (begins: string, plan = VISITS) =>
  (await list({ plan })).find((one) => one.begins === begins)!.id as Id<'spot_check'>;
const page = async (begins: string, who: PersonKey = 'manager') => world.ask(who, spotCheckPage, await idOf(begins));
type Sheet = Awaited<ReturnType<typeof page>>;
const itemId = (sheet: Sheet, no: number) => sheet.items[no - 1]!.id as Id<'spot_check_item'>;
const inOrder = ['asked', 'true_result', 'complete', 'followed'].map((criterion) => ({ criterion, passed: true }));
const passing = checkItemInput.parse({ results: inOrder });
const failing = (over: object = {}) =>
  checkItemInput.parse({
    results: [
      ...inOrder.slice(1),
      { criterion: 'asked', passed: false, finding: '住户表示未接到回访电话', way: 'to_department' },
    ],
    ...over,
  });
const visits: string[] = [];

async function visitBack(): Promise<void> {
  const ticket = await takeInMatter(world, 'leak');
  await mend(world, ticket);
  await settle(world, ticket);
  const [visit] = await visitsOf(world, ticket.id);
  const said = { reachedWhom: '陈先生', satisfaction: 5, opinion: '修得好' };
  await world.act('desk', makeVisit, visit!.id, makeVisitInput.parse(said));
  visits.push(visit!.id);
}

test('each month the centre manager owes a check of return visits, seen before it is due [VISIT-05] [ESCL-09] [PRIN-13]', async () => {
  const [first] = await list({ plan: VISITS });
  assert.deepEqual(
    [first!.begins, first!.state, first!.owner!.name, first!.population, first!.drawn],
    ['2026-09-01', 'running', '许经理', null, 0],
  );
  const [owed] = await clocksAbout(world, first!.id);
  assert.deepEqual([owed!.kind, owed!.state, owed!.started_at], ['spot_check', 'running', first!.until]);
  assert.equal(owed!.due_at, '2026-10-12T10:00:00.000Z', 'five days of reception after the holidays');
  assert.equal(first!.dueAt, owed!.due_at);
  const sheet = await page('2026-09-01');
  assert.equal(sheet.can['check']!.code, 'spot_check.not_drawn');
  assert.equal(sheet.criteria.length, 4);
});

test('when the month is over its sample is drawn at random, and anybody can draw it again [VISIT-05] [ESCL-09]', async () => {
  for (let at = 0; at < 8; at += 1) await visitBack();
  await world.until('2026-10-01T00:05+08:00');
  const sheet = await page('2026-09-01');
  assert.deepEqual(
    [sheet.state, sheet.population, sheet.drawn, sheet.looked, sheet.drawnAt],
    ['to_check', 8, 5, 0, '2026-09-30T16:00:00.000Z'],
  );
  const drawn = sheet.items.map((item) => item.record!.id);
  assert.deepEqual(drawn, draw(sheet.seed!, visits, 5), 'from every visit made in the month, by the recorded seed');
  assert.deepEqual(await world.ask('supervisor', drawAgain, sheet.id as Id<'spot_check'>), {
    same: true,
    population: 8,
    gone: 0,
    fresh: 0,
  });
  assert.deepEqual(
    sheet.items.map(({ record: one }) => [one!.type, one!.person!.name, one!.satisfaction, one!.words]),
    Array.from({ length: 5 }, () => ['return_visit', '王前台', 5, '修得好']),
  );
  const next = (await list({ plan: VISITS, state: 'running' })).map((one) => one.begins);
  assert.deepEqual(next, ['2026-10-01'], 'the next month has begun by itself, once');
});

test('a sample that was tampered with is found out [ESCL-09]', async () => {
  const id = await idOf('2026-09-01');
  const other = visits.find((visit) => visit)!;
  const spoil = world.act(null, async ({ tx }: Context) => {
    const items = await tx
      .selectFrom('spot_check_item')
      .selectAll()
      .where('spot_check_id', '=', id)
      .orderBy('no')
      .execute();
    const [first, second] = items;
    await tx
      .updateTable('spot_check_item')
      .set({ subject_id: second!.subject_id })
      .where('id', '=', first!.id)
      .execute();
    await tx
      .updateTable('return_visit')
      .set({ state: 'declined' })
      .where('id', '=', other as Id<'return_visit'>)
      .execute();
    const context = { tx, now: world.clock.now(), actor: system, organisation: world.organisation } as Context;
    const answer = await drawAgain(context, id);
    throw new Error(JSON.stringify(answer));
  });
  await assert.rejects(spoil, (error: Error) => {
    assert.deepEqual(JSON.parse(error.message), { same: false, population: 8, gone: 1, fresh: 0 });
    return true;
  });
});

test('every line has a result, and a failed one says what was found and what follows [VISIT-05] [ESCL-04]', async () => {
  const sheet = await page('2026-09-01');
  const check = (input: object, who: PersonKey = 'manager') =>
    world.act(who, checkItem, itemId(sheet, 1), checkItemInput.parse(input));
  await assert.rejects(check({ results: inOrder.slice(1) }), { code: 'spot_check.line_missing' });
  await assert.rejects(check({ results: [...inOrder, { criterion: 'weather', passed: true }] }), {
    code: 'spot_check.line_unknown',
  });
  const bare = { criterion: 'asked', passed: false };
  await assert.rejects(check({ results: [...inOrder.slice(1), bare] }), { code: 'spot_check.finding_missing' });
  await assert.rejects(check({ results: [...inOrder.slice(1), { ...bare, finding: '未打电话' }] }), {
    code: 'spot_check.finding_missing',
  });
  await assert.rejects(check({ results: inOrder }, 'supervisor'), { code: 'spot_check.not_yours' });
  await assert.rejects(check({ results: inOrder }, 'desk'), { code: 'right.missing' });
  await check({ results: inOrder, remark: '已电话核实' });
  await assert.rejects(check({ results: inOrder }), { code: 'spot_check.item_looked_at' });
  const looked = (await page('2026-09-01')).items[0]!;
  assert.deepEqual(
    [looked.lookedBy!.name, looked.lookedAt, looked.remark, looked.results.length],
    ['许经理', world.clock.now(), '已电话核实', 4],
  );
});

test('a fault found becomes a written notice, linked both ways: the department signs, answers, and the manager closes it [ESCL-04] [PRIN-08]', async () => {
  await world.until('2026-10-09T10:00+08:00');
  const sheet = await page('2026-09-01');
  await world.act('manager', checkItem, itemId(sheet, 2), failing());
  const spot = { criterion: 'complete', passed: false, finding: '单据漏填', way: 'corrected_on_the_spot' as const };
  const corrected = [...inOrder.filter((line) => line.criterion !== 'complete'), spot];
  await world.act('manager', checkItem, itemId(sheet, 3), checkItemInput.parse({ results: corrected }));
  const items = (await page('2026-09-01')).items;
  const line = items[1]!.results.find((one) => !one.passed)!;
  assert.deepEqual([line.criterion, line.finding, line.notice!.state], ['asked', '住户表示未接到回访电话', 'issued']);
  assert.deepEqual(
    items[2]!.results.filter((one) => !one.passed).map(({ finding, way, notice }) => [finding, way, notice]),
    [['单据漏填', 'corrected_on_the_spot', null]],
  );
  const id = line.notice!.id as Id<'rectification'>;
  const notice = await world.ask('manager', noticePage, id);
  assert.deepEqual(
    [notice.source, notice.spotCheckId, notice.visitId, notice.ticket!.id, notice.findings, notice.addressee!.name],
    ['spot_check', sheet.id, items[1]!.record!.id, items[1]!.record!.ticketId, '住户表示未接到回访电话', '赵主管'],
  );
  const bySource = await world.ask('manager', listNotices, noticesQuery.parse({ source: 'spot_check' }));
  assert.deepEqual(
    bySource.items.map((one) => one.id),
    [id],
  );
  await world.act('maintenance', receiveNotice, id, {});
  await world.act('maintenance', replyNotice, id, { measures: '重新回访并致歉' });
  await world.act('manager', verifyNotice, id, { accepted: true, reason: '' });
  const after = (await page('2026-09-01')).items[1]!.results.find((one) => !one.passed)!;
  assert.equal(after.notice!.state, 'verified');
});

test('it is completed only when every record drawn has its results, by whoever owes it; then nothing changes any more [VISIT-05] [PRIN-13]', async () => {
  const id = await idOf('2026-09-01');
  const conclusion = completeSpotCheckInput.parse({ conclusion: '五份抽查，一份未实际回访，已整改' });
  const complete = (who: PersonKey = 'manager') => world.act(who, completeSpotCheck, id, conclusion);
  await assert.rejects(complete(), { code: 'spot_check.items_open' });
  const sheet = await page('2026-09-01');
  await world.act('manager', checkItem, itemId(sheet, 4), passing);
  await world.act('manager', checkItem, itemId(sheet, 5), passing);
  await assert.rejects(complete('supervisor'), { code: 'spot_check.not_yours' });
  await complete();
  const done = await page('2026-09-01');
  assert.deepEqual(
    [done.state, done.looked, done.failed, done.completedBy!.name, done.conclusion],
    ['completed', 5, 2, '许经理', '五份抽查，一份未实际回访，已整改'],
  );
  const [owed] = await clocksAbout(world, id);
  assert.equal(owed!.outcome, 'kept');
  await assert.rejects(complete(), { code: 'spot_check.completed' });
  wait(world);
  const heard = (await told(world, 'office')).find((one) => one.type === 'spot_check.completed')!;
  assert.deepEqual([heard.params['number'], heard.params['open']], [2, 5]);
  assert.deepEqual(
    (await list({ failed: 'true' })).map((one) => one.id),
    [id],
  );
  const others = await list({ state: 'completed', failed: 'false' });
  assert.ok(others.every((one) => one.id !== id));
});

test('a period into which nothing fell says so and is kept; one left lying turns late by itself [VISIT-05] [ESCL-09]', async () => {
  const tickets = (await list({ plan: 'tickets_monthly' })).find((one) => one.begins === '2026-09-01')!;
  assert.deepEqual(
    [tickets.state, tickets.population, tickets.drawn, tickets.completedBy],
    ['completed', 0, 0, null],
    'no ticket was closed in September',
  );
  const [empty] = await clocksAbout(world, tickets.id);
  assert.equal(empty!.outcome, 'kept');
  await visitBack();
  await world.until('2026-11-12T12:00+08:00');
  const october = (await list({ plan: VISITS })).find((one) => one.begins === '2026-10-01')!;
  assert.deepEqual([october.state, october.population, october.drawn], ['to_check', 1, 1]);
  assert.ok(october.dueAt! < world.clock.now());
  const late = (await told(world, 'manager')).filter((one) => one.type === 'clock.warn' && one.urgency === 'urgent');
  assert.ok(late.length > 0, 'the manager hears that it is late');
  const item = (await page('2026-10-01')).items[0]!;
  await world.act('manager', checkItem, item.id as Id<'spot_check_item'>, passing);
  await world.act('manager', completeSpotCheck, october.id as Id<'spot_check'>, { conclusion: '补查' });
  const [owed] = await clocksAbout(world, october.id);
  assert.equal(owed!.outcome, 'late');
  const span = { from: '2026-10-10T00:00:00+08:00', until: '2026-10-20T00:00:00+08:00', plan: VISITS };
  assert.deepEqual(
    (await list(span)).map((one) => one.begins),
    ['2026-10-01'],
    'found by its period',
  );
});

test('a plan is changed with a reason, after a look at what it would have drawn; the running period begins anew [ESCL-09]', async () => {
  const plans = await world.ask('manager', listPlans);
  const { plan, version } = plans.items.find((one) => one.plan.key === VISITS)!;
  const weekly: SpotCheckPlan = { ...(plan as SpotCheckPlan), period: 'week', size: { percent: 50, atLeast: 2 } };
  const effect = await world.ask('manager', effectOfPlan, { ...weekly, period: 'quarter' });
  assert.deepEqual([effect.faults, effect.running], [[], 1]);
  assert.deepEqual(
    effect.last.map(({ begins, population, drawn }) => [begins, population, drawn]),
    [['2026-07-01', 8, 4]],
  );
  const faulty = await world.ask('manager', effectOfPlan, { ...weekly, post: 'nobody', kinds: ['leak'] });
  assert.deepEqual(
    faulty.faults.map((one) => one.code),
    ['pack.name_dangling', 'spot_check.kinds_misplaced'],
  );
  const change = (over: object, who: PersonKey = 'manager') =>
    world.act(
      who,
      changeSpotCheckPlan,
      changeSpotCheckPlanInput.parse({ plan: weekly, seen: version, why: '加密抽查', ...over }),
    );
  await assert.rejects(change({}, 'supervisor'), { code: 'right.missing' });
  await assert.rejects(change({ seen: 0 }), { code: 'stale' });
  await assert.rejects(change({ plan: { ...weekly, post: 'nobody' } }), { code: 'pack.name_dangling' });
  const running = (await list({ plan: VISITS, state: 'running' }))[0]!;
  assert.equal(await change({}), 2);
  const [dropped] = await clocksAbout(world, running.id);
  assert.equal(dropped!.outcome, 'cancelled');
  const [anew] = await list({ plan: VISITS, state: 'running' });
  assert.deepEqual([anew!.period, anew!.begins], ['week', '2026-11-09']);
  const versions = (await world.ask('manager', listPlans)).items.find((one) => one.plan.key === VISITS)!.versions;
  assert.deepEqual(
    versions.map((one) => [one.version, one.by, one.why]),
    [
      [2, '许经理', '加密抽查'],
      [1, null, null],
    ],
  );
  await change({ plan: { ...weekly, closed: true }, seen: 2, why: '停止' });
  assert.deepEqual(await list({ plan: VISITS, state: 'running' }), [], 'one given up draws nothing');
  assert.equal((await list({ plan: VISITS, state: 'completed' })).length, 2, 'what was checked stays');
});

test('heads of other departments and the desk do not look into the manager’s sheets', async () => {
  const id = (await list({ state: 'completed', plan: VISITS }))[0]!.id as Id<'spot_check'>;
  await assert.rejects(world.ask('captain', spotCheckPage, id), { code: 'right.out_of_scope' });
  await assert.rejects(world.ask('desk', spotCheckPage, id), { code: 'right.missing' });
  assert.deepEqual(await list({}, 'captain'), []);
});
