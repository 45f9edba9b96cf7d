import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clock, recordMark } from '../../src/attendance/commands/clock.ts';
import { askLeave, decideLeave, withdrawLeave } from '../../src/attendance/commands/leave.ts';
import { reopenMonth, reviewMonth } from '../../src/attendance/commands/months.ts';
import { planShift, takeOutShift } from '../../src/attendance/commands/plan-shifts.ts';
import { copyWeek, publishWeek } from '../../src/attendance/commands/publish-week.ts';
import {
  askLeaveInput,
  attendanceQuery,
  decideLeaveInput,
  leavesQuery,
  markInput,
  planShiftInput,
} from '../../src/attendance/inputs.ts';
import { listLeaves } from '../../src/attendance/leaves.ts';
import { monthSheet } from '../../src/attendance/month-page.ts';
import { myAttendance, rotaWeek } from '../../src/attendance/rota-week.ts';
import { listAttendance, shiftPage } from '../../src/attendance/shift-views.ts';
import { closeDiary } from '../../src/diary/commands/close-diary.ts';
import { watchDiaries } from '../../src/diary/commands/owe-diaries.ts';
import { closeDiaryInput, diariesQuery, diaryQuery } from '../../src/diary/inputs.ts';
import { diaryPage, listDiaries } from '../../src/diary/page.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { setDuty } from '../../src/organisation/commands/set-duty.ts';
import { reportAbsence } from '../../src/organisation/commands/report-absence.ts';
import { exchangeRoutes } from '../../src/exchange/routes.ts';
import { adjustWage, closeWages, setBase } from '../../src/wage/commands/make-wages.ts';
import { adjustInput, setBaseInput } from '../../src/wage/inputs.ts';
import { basesPage, myWages, wagesPage } from '../../src/wage/page.ts';
import { deskOf } from '../desk-server.ts';
import { clocksAbout, hire, takeInMatter, told, typesTold, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
let keeper: PersonKey;
before(async () => {
  world = await freshWorld();
  keeper = await hire(world, 'keeper', 'administration_supervisor');
});
after(() => world.drop());

const refusedAs = (code: string) => (fault: { code?: string }) => fault.code === code;
async function plan(
  by: PersonKey,
  who: PersonKey,
  day: string,
  times: string,
  over: object = {},
): Promise<Id<'shift'>> {
  const id = newId<'shift'>(world.clock.now());
  const [from, to] = times.split('-');
  await world.act(by, planShift, planShiftInput.parse({ id, personId: world.people[who], day, from, to, ...over }));
  return id;
}
const publish = (week: string, by: PersonKey = 'manager') => world.act(by, publishWeek, { week });
const shown = async (id: Id<'shift'>, who: PersonKey = 'manager') => world.ask(who, shiftPage, id);
const at = async (moment: string) => world.until(moment);
const list = async (who: PersonKey, query: object = {}) =>
  (await world.ask(who, listAttendance, attendanceQuery.parse(query))).items;
const month = (who: PersonKey, of = '2026-09') => world.ask(who, monthSheet, { month: of });
const key = (who: PersonKey, sort: 'in' | 'out') => world.act(who, clock, { sort });
const correct = (by: PersonKey, id: Id<'shift'>, over: object) =>
  world.act(by, recordMark, id, markInput.parse({ sort: 'in', why: '打卡机故障，门岗登记为证', ...over }));

let morning: Id<'shift'>;
let evening: Id<'shift'>;
let missed: Id<'shift'>;

test('the manager makes the rota, as drafts that nobody else sees, and publishes it; each is told his shifts [WFRC-01]', async () => {
  await assert.rejects(plan('desk', 'desk2', '2026-09-29', '08:30-17:30'), refusedAs('right.out_of_scope'));
  morning = await plan('manager', 'desk', '2026-09-29', '08:30-17:30');
  await assert.rejects(plan('manager', 'desk', '2026-09-29', '17:00-20:00'), refusedAs('shift.overlaps'));
  await assert.rejects(plan('manager', 'desk', '2026-09-27', '08:30-17:30'), refusedAs('shift.day_is_over'));
  const mine = async () => (await world.ask('desk', myAttendance)).shifts.map(({ id }) => id);
  assert.deepEqual(await mine(), []);
  await assert.rejects(shown(morning, 'desk'), refusedAs('right.out_of_scope'));
  assert.equal(await publish('2026-09-29'), 1);
  assert.deepEqual(await mine(), [morning]);
  wait(world);
  const [news] = await told(world, 'desk');
  assert.equal(news!.type, 'shift.week_told');
  await assert.rejects(publish('2026-09-29'), refusedAs('shift.nothing_to_publish'));
  const week = await world.ask('manager', rotaWeek, { week: '2026-10-01' as never });
  const line = week.people.find(({ person }) => person.id === world.people.desk)!;
  assert.deepEqual(
    [week.begins, line.shifts.map((one) => [one.day, one.state]), week.can['plan']],
    ['2026-09-28', [['2026-09-29', 'ahead']], null],
  );
});

test('a head plans his own department only; a week is copied into the next, by the clock on the wall [WFRC-01]', async () => {
  await assert.rejects(plan('maintenance', 'desk', '2026-09-30', '08:30-17:30'), refusedAs('right.out_of_scope'));
  missed = await plan('maintenance', 'plumber', '2026-09-30', '09:00-18:00');
  assert.equal(await publish('2026-09-30', 'maintenance'), 1);
  const copied = await world.act('manager', copyWeek, { week: '2026-09-28', to: '2026-10-05' });
  assert.equal(copied, 2);
  const next = await world.ask('manager', rotaWeek, { week: '2026-10-06' as never });
  const desk = next.people.find(({ person }) => person.id === world.people.desk)!.shifts[0]!;
  assert.deepEqual([desk.day, desk.from, desk.published], ['2026-10-06', '2026-10-06T00:30:00.000Z', false]);
  assert.equal(next.drafts, 2);
  assert.equal(await world.act('manager', copyWeek, { week: '2026-09-28', to: '2026-10-05' }), 0, 'nothing twice');
});

test('the front desk is to be there five minutes before; on time, by one key and the server’s time [WFRC-03]', async () => {
  const before = await shown(morning);
  assert.equal(before.thereBy, '2026-09-29T00:25:00.000Z');
  const [owed] = await clocksAbout(world, morning);
  assert.deepEqual([owed!.kind, owed!.due_at, owed!.owner_id], ['be_at_shift', before.thereBy, world.people.desk]);
  await at('2026-09-29T06:00+08:00');
  await assert.rejects(key('desk', 'in'), refusedAs('attendance.no_shift'));
  await at('2026-09-29T08:24:30+08:00');
  await key('desk', 'in');
  assert.deepEqual(
    [(await shown(morning)).state, (await shown(morning)).lateMinutes, (await clocksAbout(world, morning))[0]!.outcome],
    ['here', 0, 'kept'],
  );
  await at('2026-09-29T17:10+08:00');
  await key('desk', 'out');
  const done = await shown(morning);
  assert.deepEqual([done.state, done.earlyMinutes, done.outAt], ['done', 20, '2026-09-29T09:10:00.000Z']);
  await assert.rejects(key('desk', 'out'), refusedAs('attendance.no_shift'));
});

test('a shift that begins in the evening goes past midnight, and online is there who is on duty at his screen [WFRC-04]', async () => {
  evening = await plan('manager', 'desk2', '2026-09-29', '19:00-03:00', { presence: 'online' });
  await publish('2026-09-29');
  await world.act('desk2', setDuty, world.people.desk2, { on: false });
  await at('2026-09-29T19:12+08:00');
  const late = await shown(evening);
  assert.deepEqual([late.until, late.state], ['2026-09-29T19:00:00.000Z', 'not_here']);
  assert.ok((await typesTold(world, 'desk2')).includes('clock.warn'), 'he hears at 18:55');
  assert.ok((await typesTold(world, 'supervisor')).includes('clock.warn'), 'whoever stands over him ten minutes later');
  await key('desk2', 'in');
  await at('2026-09-29T21:00+08:00');
  await world.act('desk2', setDuty, world.people.desk2, { on: false });
  await at('2026-09-29T21:30+08:00');
  await world.act('desk2', setDuty, world.people.desk2, { on: true });
  await at('2026-09-30T03:05+08:00');
  await key('desk2', 'out');
  const { state, lateMinutes, onlineSince, offlineMinutes, inAt } = await shown(evening);
  assert.deepEqual([state, lateMinutes, offlineMinutes], ['done', 17, 30]);
  assert.equal(onlineSince, inAt, 'his key put him on duty');
});

test('who never comes is missing; recorded for him and corrected with who, why and the former value [WFRC-03]', async () => {
  await at('2026-09-30T20:00+08:00');
  assert.equal((await shown(missed)).state, 'missing');
  assert.deepEqual(
    (await list('manager', { only: 'missing' })).map(({ id }) => id),
    [missed],
  );
  assert.deepEqual(
    (await list('manager', { only: 'late' })).map(({ id }) => id),
    [evening],
  );
  await assert.rejects(correct('manager', missed, { at: '2026-09-30T09:20:00+08:00' }), refusedAs('right.missing'));
  assert.throws(() => markInput.parse({ sort: 'in', at: null, why: ' ' }), 'the reason is needed');
  await correct(keeper, missed, { at: '2026-09-30T09:20:00+08:00' });
  await correct(keeper, missed, { at: '2026-09-30T09:02:00+08:00', why: '门岗登记为 9:02' });
  await correct(keeper, missed, { sort: 'out', at: '2026-09-30T18:45:00+08:00' });
  const { state, lateMinutes, overMinutes, marks } = await shown(missed);
  assert.deepEqual([state, lateMinutes, overMinutes], ['done', 2, 45]);
  assert.deepEqual(
    marks.map((one) => [one.sort, one.former, one.by.id, one.why]),
    [
      ['in', null, world.people[keeper], '打卡机故障，门岗登记为证'],
      ['in', '2026-09-30T01:20:00.000Z', world.people[keeper], '门岗登记为 9:02'],
      ['out', null, world.people[keeper], '打卡机故障，门岗登记为证'],
    ],
  );
});

test('leave is asked for, approved by whoever stands above, and excuses the shift it covers; so does an absence [WFRC-03]', async () => {
  const whole = await plan('manager', 'desk', '2026-10-08', '08:30-17:30');
  const part = await plan('manager', 'desk2', '2026-10-08', '08:30-17:30');
  await publish('2026-10-08');
  const id = newId<'leave_request'>(world.clock.now());
  const ask = askLeaveInput.parse({
    id,
    kind: 'sick',
    from: '2026-10-08T00:00:00+08:00',
    until: '2026-10-09T00:00:00+08:00',
    reason: '发烧，遵医嘱休息',
  });
  await assert.rejects(world.act('desk', askLeave, { ...ask, kind: 'gardening' }), refusedAs('leave.kind_unknown'));
  await world.act('desk', askLeave, ask);
  const decide = (who: PersonKey, over: object = {}) =>
    world.act(who, decideLeave, id, decideLeaveInput.parse({ approved: true, ...over }));
  await assert.rejects(decide('desk'), refusedAs('leave.own'));
  await assert.rejects(decide('desk2'), refusedAs('right.missing'));
  await assert.rejects(decide('supervisor', { approved: false }), refusedAs('leave.remark_needed'));
  await decide('supervisor');
  const { state, away } = await shown(whole);
  assert.deepEqual([state, away?.en], ['away', 'Sick leave']);
  assert.equal((await clocksAbout(world, whole))[0]!.outcome, 'cancelled');
  await world.act('desk2', reportAbsence, world.people.desk2, {
    id: newId<'absence'>(world.clock.now()),
    from: '2026-10-08T00:00:00.000Z' as never,
    until: '2026-10-08T02:00:00.000Z' as never,
    reason: '送孩子',
  });
  const { thereBy, awayMinutes } = await shown(part);
  assert.deepEqual([thereBy, awayMinutes], ['2026-10-08T02:00:00.000Z', 90]);
  const [seen] = (await world.ask('supervisor', listLeaves, leavesQuery.parse({ state: 'approved' }))).items;
  assert.deepEqual([seen!.id, seen!.decidedBy!.name], [id, '何主管']);
  await world.act('desk', withdrawLeave, id);
  assert.equal((await shown(whole)).state, 'ahead', 'he comes after all');
});

test('each sees his own, a head his department, the manager the centre [WFRC-01]', async () => {
  const people = async (who: PersonKey) => new Set((await list(who)).map(({ person }) => person.id));
  assert.deepEqual(await people('desk'), new Set([world.people.desk]));
  assert.deepEqual(await people('maintenance'), new Set([world.people.plumber]));
  assert.deepEqual(await people('manager'), new Set([world.people.desk, world.people.desk2, world.people.plumber]));
  await assert.rejects(shown(morning, 'desk2'), refusedAs('right.out_of_scope'));
});

test('a shift told already goes only with a reason; one that was attended stays [WFRC-01]', async () => {
  const shift = await plan('manager', 'desk', '2026-10-09', '08:30-17:30');
  await publish('2026-10-09');
  await assert.rejects(world.act('manager', takeOutShift, shift, {}), refusedAs('shift.why_needed'));
  await world.act('manager', takeOutShift, shift, { why: '调休' });
  assert.equal((await clocksAbout(world, shift))[0]!.outcome, 'cancelled');
  await assert.rejects(world.act('manager', takeOutShift, missed, { why: '错排' }), refusedAs('shift.attended'));
});

test('the month is computed from shifts and marks, reviewed by the administration supervisor alone, and stands [WFRC-02]', async () => {
  const sheet = await month('manager');
  const of = (who: PersonKey, from = sheet) => from.items.find(({ person }) => person.id === world.people[who])!;
  const { late, lateMinutes, missing, overtimeMinutes, early, earlyMinutes } = of('plumber');
  assert.deepEqual([late, lateMinutes, missing, overtimeMinutes], [1, 2, 0, 45]);
  assert.deepEqual([early, earlyMinutes, of('desk').earlyMinutes], [0, 0, 20]);
  assert.match(of('desk').records, /^\/api\/attendance\?person=/);
  const id = sheet.id as Id<'attendance_month'>;
  const review = (who: PersonKey) => world.act(who, reviewMonth, id, { remark: '' });
  await assert.rejects(review(keeper), refusedAs('attendance.month_not_over'));
  await at('2026-10-02T09:00+08:00');
  const [owed] = await clocksAbout(world, id);
  assert.deepEqual(
    [owed!.kind, owed!.owner_id, owed!.started_at],
    ['review_attendance', world.people[keeper], '2026-09-30T16:00:00.000Z'],
  );
  for (const who of ['manager', 'office', 'admin'] as const)
    await assert.rejects(review(who), refusedAs('right.missing'));
  await review(keeper);
  const reviewed = await month(keeper);
  assert.deepEqual([reviewed.reviewedBy!.id, reviewed.reviewedAt], [world.people[keeper], world.clock.now()]);
  assert.equal((await clocksAbout(world, id))[0]!.outcome, 'kept');
  await assert.rejects(correct(keeper, missed, { at: '2026-09-30T09:00:00+08:00' }), refusedAs('attendance.reviewed'));
  await world.act(keeper, reopenMonth, id, { why: '补登门岗记录' });
  await correct(keeper, missed, { at: '2026-09-30T09:00:00+08:00' });
  const anew = await month(keeper);
  assert.deepEqual([of('plumber', anew).lateMinutes, anew.reopened[0]!.why], [0, '补登门岗记录']);
});

const myDiary = (who: PersonKey, query: object = {}) => world.ask(who, diaryPage, diaryQuery.parse(query));
const diaries = (who: PersonKey, query: object = {}) => world.ask(who, listDiaries, diariesQuery.parse(query));
const close = (who: PersonKey, over: object) => world.act(who, closeDiary, closeDiaryInput.parse(over));

test('a diary draws itself up from what was done that day, is completed by hand and closed; owed where the post keeps one [WFRC-05]', async () => {
  await at('2026-10-12T00:05+08:00');
  await world.act(null, watchDiaries);
  const [owed] = (await diaries('assistant')).items;
  assert.deepEqual([owed!.day, owed!.owed, owed!.late], ['2026-10-12', true, false]);
  const [clock_] = await clocksAbout(world, owed!.id);
  assert.deepEqual(
    [clock_!.kind, clock_!.owner_id, clock_!.due_at],
    ['work_diary', world.people.assistant, '2026-10-12T16:00:00.000Z'],
  );
  await at('2026-10-12T10:00+08:00');
  await assert.rejects(close('assistant', { day: '2026-10-12', done: ' ' }), refusedAs('diary.empty'));
  const { id } = await takeInMatter(world, 'leak', {}, 'assistant');
  const drawn = await myDiary('assistant');
  assert.deepEqual(
    drawn.lines.map(({ what, ticket }) => [what, ticket?.id]),
    [['opened', id]],
  );
  assert.deepEqual(drawn.counts, [{ what: 'opened', n: 1 }]);
  await assert.rejects(close('assistant', { day: '2026-10-13' }), refusedAs('diary.not_begun'));
  await close('assistant', { day: '2026-10-12', done: '带看样板房两组', next: '回访 3-1202' });
  await takeInMatter(world, 'leak', {}, 'assistant');
  const closed = await myDiary('supervisor', { person: world.people.assistant, day: '2026-10-12' });
  assert.deepEqual(
    [closed.lines.length, closed.done, closed.next, closed.late],
    [1, '带看样板房两组', '回访 3-1202', false],
  );
  assert.equal((await clocksAbout(world, owed!.id))[0]!.outcome, 'kept');
  await assert.rejects(close('assistant', { day: '2026-10-12', done: '补记' }), refusedAs('diary.closed'));
  await assert.rejects(myDiary('desk', { person: world.people.assistant }), refusedAs('right.out_of_scope'));
});

test('a missing day is shown to his superior, who is told in the morning; closed afterwards it counts as late [WFRC-05]', async () => {
  await at('2026-10-13T00:05+08:00');
  await world.act(null, watchDiaries);
  await at('2026-10-14T09:30+08:00');
  const { missing, items } = await diaries('supervisor', { state: 'missing' });
  assert.deepEqual(missing, [{ person: { id: world.people.assistant, name: '吕助理' }, n: 1 }]);
  assert.deepEqual([items[0]!.day, items[0]!.late], ['2026-10-13', true]);
  const heard = (await told(world, 'supervisor')).filter(({ subject }) => subject.id === items[0]!.id);
  assert.equal(heard[0]?.type, 'clock.warn');
  await close('assistant', { day: '2026-10-13', done: '整理业主档案' });
  assert.equal((await diaries('supervisor', { state: 'late' })).items[0]!.day, '2026-10-13');
  assert.equal((await clocksAbout(world, items[0]!.id))[0]!.outcome, 'late');
  assert.deepEqual((await diaries('desk')).items, []);
});

test('from the reviewed month the wage table is computed and closed by the administration supervisor; nobody sees another’s wage [WFRC-02]', async () => {
  await assert.rejects(world.ask('manager', wagesPage, { month: '2026-09' }), refusedAs('right.missing'));
  const wages = () => world.ask(keeper, wagesPage, { month: '2026-09' });
  const id = (await wages()).id as Id<'wage_table'>;
  assert.deepEqual((await wages()).can['close'], { code: 'wage.month_not_reviewed' });
  const { id: monthId } = await month(keeper);
  await world.act(keeper, reviewMonth, monthId as Id<'attendance_month'>, { remark: '' });
  const [owed] = await clocksAbout(world, id);
  assert.deepEqual([owed!.kind, owed!.owner_id], ['make_wages', world.people[keeper]]);
  const close = (who: PersonKey) => world.act(who, closeWages, id);
  await assert.rejects(close(keeper), refusedAs('wage.base_missing'));
  const base = (who: PersonKey, of: PersonKey, amount: number, why = '劳动合同') =>
    world.act(
      who,
      setBase,
      setBaseInput.parse({ id: newId(world.clock.now()), personId: world.people[of], amount, from: '2026-09', why }),
    );
  await assert.rejects(base('manager', 'desk', 1), refusedAs('right.missing'));
  for (const who of ['desk', 'desk2', 'plumber'] as const) await base(keeper, who, 400_000);
  world.clock.advance(1_000);
  await base(keeper, 'desk', 435_000, '转正调薪');
  const bases = await world.ask(keeper, basesPage, world.people.desk);
  assert.deepEqual(
    bases.items.map(({ amount, why }) => [amount, why]),
    [
      [435_000, '转正调薪'],
      [400_000, '劳动合同'],
    ],
  );
  const byHand = { id: newId<'wage_adjustment'>(world.clock.now()), personId: world.people.plumber, amount: 20_000 };
  assert.throws(() => adjustInput.parse({ ...byHand, why: '' }), 'never without a reason');
  await world.act(keeper, adjustWage, id, adjustInput.parse({ ...byHand, why: '高温补贴' }));
  const of = async (who: PersonKey) => (await wages()).items.find(({ person }) => person.id === world.people[who])!;
  assert.deepEqual([(await of('desk')).net, (await of('desk')).items.map(({ what }) => what)], [435_000, ['early']]);
  // 45 minutes beyond his shift at one and a half: 4 000.00 / 21.75 / 8 / 60 × 45 × 1.5 = 25.86
  assert.equal((await of('plumber')).net, 400_000 + 2_586 + 20_000);
  await close(keeper);
  await assert.rejects(close(keeper), refusedAs('wage.closed'));
  await assert.rejects(
    world.act(keeper, reopenMonth, monthId as Id<'attendance_month'>, { why: '再查' }),
    refusedAs('wage.closed'),
  );
  assert.deepEqual([(await wages()).closedBy!.id, (await wages()).closedAt], [world.people[keeper], world.clock.now()]);
  const mine = (await world.ask('plumber', myWages)).items;
  assert.deepEqual(
    mine.map((one) => [one.month, one.person.id, one.net]),
    [['2026-09', world.people.plumber, 422_586]],
  );
  assert.deepEqual((await world.ask('manager', myWages)).items, []);
  for (const who of ['manager', 'office', 'leader', 'admin', 'supervisor'] as const) {
    await assert.rejects(world.ask(who, wagesPage, { month: '2026-09' }), refusedAs('right.missing'));
    await assert.rejects(world.ask(who, basesPage, world.people.desk), refusedAs('right.missing'));
  }
  const events = await world.read((tx) =>
    tx.selectFrom('event').select('data').where('subject_type', 'in', ['wage_base', 'wage_table']).execute(),
  );
  assert.ok(!/435000|422586|20000/.test(JSON.stringify(events)), 'the journal holds no amount');
});

test('the wage table goes out as a table to whom it is shown only, and each taking out is noted [WFRC-02]', async () => {
  const desk = await deskOf(world, exchangeRoutes);
  const query = { month: '2026-09' };
  const take = (who: PersonKey, id: string) =>
    desk.take(who, 'POST', '/lists/wages/take-out', { id, format: 'csv', query });
  assert.equal((await take('manager', newId(world.clock.now()))).status, 403);
  const id = newId<'list_taken_out'>(world.clock.now());
  const { status, bytes } = await take(keeper, id);
  assert.equal(status, 200);
  assert.match(bytes.toString(), /王前台,客户服务部,4350,/);
  const [noted] = await world.events({ subjectId: id });
  assert.deepEqual([noted!.actorId, noted!.data['list']], [world.people[keeper], 'wages']);
  await desk.close();
});
