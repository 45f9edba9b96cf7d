import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { beginCurrentRecords } from '../../src/daily-record/commands/begin-records.ts';
import { acknowledge, handOver } from '../../src/daily-record/commands/hand-over.ts';
import { addLine, removeLine } from '../../src/daily-record/commands/write-line.ts';
import { addLineInput, dailyRecordsQuery, handOverInput } from '../../src/daily-record/inputs.ts';
import { listDailyRecords } from '../../src/daily-record/list.ts';
import { dailyRecordPage } from '../../src/daily-record/page.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { clocksAbout, hire, mend, settle, takeInMatter, told, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
let early: Id<'ticket'>;
before(async () => {
  // a Wednesday; Friday is the Mid-Autumn holiday, the centre receives again on Saturday
  world = await freshWorld({ at: '2026-09-23T09:00+08:00' });
  await world.act(null, beginCurrentRecords);
});
after(() => world.drop());

const list = (query: object = {}, who: PersonKey = 'supervisor') =>
  world.ask(who, listDailyRecords, dailyRecordsQuery.parse(query));
const idOf = async (begins: string) =>
  (await list()).items.find((one) => one.begins === begins)!.id as Id<'daily_record'>;
const page = async (begins: string, who: PersonKey = 'supervisor') =>
  world.ask(who, dailyRecordPage, await idOf(begins));
const of = async (begins: string, department: string, who: PersonKey = 'supervisor') => {
  const part = (await page(begins, who)).departments.find((one) => one.department.id === world.departments[department]);
  return part?.lines.map((line) => [line.sort, line.ticket?.id ?? line.text]) ?? [];
};
const add = async (who: PersonKey, over: object = {}) =>
  world.act(
    who,
    addLine,
    await idOf('2026-09-23'),
    addLineInput.parse({
      departmentId: world.departments['security'],
      sort: 'internal',
      text: '夜间门岗换岗时无人',
      ...over,
    }),
  );
const hand = async (who: PersonKey, begins = '2026-09-23') =>
  world.act(who, handOver, await idOf(begins), handOverInput.parse({ remark: '请各部门当日处理' }));

test('each working day owes a record, seen from its morning, due in the first two hours of the next [COMP-20]', async () => {
  const [record] = (await list()).items;
  assert.deepEqual(
    [record!.begins, record!.from, record!.until, record!.owner!.name, record!.late],
    ['2026-09-23', '2026-09-22T16:00:00.000Z', '2026-09-23T16:00:00.000Z', '何主管', false],
  );
  const [owed] = await clocksAbout(world, record!.id);
  assert.deepEqual(
    [owed!.kind, owed!.state, owed!.due_at, owed!.due_at],
    ['daily_record', 'running', '2026-09-24T02:30:00.000Z', record!.dueAt],
  );
});

test('it draws itself up from the tickets of the day: reported, still to be solved, and what our own running caused [COMP-20]', async () => {
  early = (await takeInMatter(world, 'leak')).id;
  const noise = await takeInMatter(world, 'complaint', { fields: { about: 'noise' } });
  const ours = await takeInMatter(world, 'complaint', { fields: { about: 'attitude' } });
  const asked = await takeInMatter(world, 'enquiry', { fields: { enquires_about: 'charges' } });
  assert.deepEqual(await of('2026-09-23', 'customer_service'), [
    ['reported', noise.id],
    ['internal', ours.id],
  ]);
  assert.deepEqual(await of('2026-09-23', 'engineering'), [['reported', early]]);
  const shown = (await page('2026-09-23')).departments.flatMap((part) => part.lines.map((line) => line.ticket));
  assert.ok(
    shown.every((ticket) => ticket!.number > 0 && ticket!.title === '厨房漏水'),
    'each line leads to its record',
  );
  assert.ok(!shown.some((ticket) => ticket!.id === asked.id), 'a question is no problem');
});

test('it is completed by hand, by the desk or a specialist; a line is taken out again only by hand too [COMP-20]', async () => {
  const specialist = await hire(world, 'specialist', 'customer_service_specialist');
  await assert.rejects(add('electrician'), { code: 'right.missing' });
  assert.throws(() => addLineInput.parse({ departmentId: world.departments['security'], sort: 'internal', text: ' ' }));
  const id = newId<'daily_line'>(world.clock.now());
  await add(specialist, { id });
  await add(specialist, { id });
  const wrong = await add('desk', { text: '写错了' });
  await world.act('desk', removeLine, await idOf('2026-09-23'), wrong);
  await assert.rejects(world.act('desk', removeLine, await idOf('2026-09-23'), wrong), {
    code: 'daily_record.line_unknown',
  });
  assert.deepEqual(await of('2026-09-23', 'security'), [['internal', '夜间门岗换岗时无人']]);
});

test('it is handed to the departments directly, whose heads hear of it and owe it to say that they have it [COMP-20]', async () => {
  await assert.rejects(hand('supervisor'), { code: 'daily_record.day_not_over' });
  await assert.rejects(page('2026-09-23', 'plumber'), { code: 'daily_record.unknown' });
  await world.until('2026-09-24T09:10+08:00');
  await assert.rejects(hand('electrician'), { code: 'right.missing' });
  await hand('supervisor');
  await assert.rejects(hand('supervisor'), { code: 'daily_record.handed_over' });
  await assert.rejects(add('desk'), { code: 'daily_record.handed_over' });
  const id = await idOf('2026-09-23');
  assert.equal((await clocksAbout(world, id)).find((one) => one.kind === 'daily_record')!.outcome, 'kept');
  wait(world);
  const [heard] = (await told(world, 'captain')).filter((one) => one.type === 'daily_record.handed_over');
  assert.deepEqual([heard!.subject.id, heard!.params['day']], [id, '2026-09-23']);
  assert.deepEqual(
    (await page('2026-09-23', 'plumber')).departments.map((part) => part.department.id),
    [world.departments['engineering']],
    'whoever works in a department sees its part alone',
  );
  const take = (who: PersonKey, department = 'security') =>
    world.act(who, acknowledge, id, { departmentId: world.departments[department]! });
  await assert.rejects(take('maintenance'), { code: 'right.out_of_scope' });
  await assert.rejects(take('captain', 'cleaning_greening'), { code: 'daily_record.no_part' });
  await take('captain');
  await assert.rejects(take('captain'), { code: 'daily_record.acknowledged' });
  const parts = (await page('2026-09-23')).departments;
  const security = parts.find((part) => part.department.id === world.departments['security'])!;
  assert.deepEqual([security.addressee!.name, security.acknowledgedBy!.name], ['卫队长', '卫队长']);
  const owed = (await clocksAbout(world, id)).filter((one) => one.kind === 'acknowledge_daily_record');
  assert.deepEqual(
    owed.map((one) => [one.department_id, one.outcome]).toSorted(),
    [
      [world.departments['security'], 'kept'],
      [world.departments['engineering'], null],
      [world.departments['customer_service'], null],
    ].toSorted(),
  );
  const [line] = (await list({ state: 'unacknowledged', department: world.departments['security'] })).items;
  assert.deepEqual([line!.id, line!.parts, line!.acknowledged], [id, 3, 1]);
});

test('what was handed over stays as it was; what is not solved stands in the next day as still to be solved [COMP-20]', async () => {
  assert.deepEqual(await of('2026-09-24', 'engineering'), [['to_solve', early]]);
  const ticket = await world.read((tx) =>
    tx.selectFrom('ticket').selectAll().where('id', '=', early).executeTakeFirstOrThrow(),
  );
  await mend(world, ticket);
  await settle(world, ticket);
  assert.deepEqual(await of('2026-09-24', 'engineering'), []);
  assert.deepEqual(await of('2026-09-23', 'engineering'), [['reported', early]]);
});

test('a day left lying turns late by itself and is counted; a closed day belongs to the next open one [COMP-20]', async () => {
  await world.until('2026-09-25T12:00+08:00');
  const onHoliday = (await takeInMatter(world, 'complaint', { fields: { about: 'cleaning' } })).id;
  await world.until('2026-09-28T12:00+08:00');
  const days = (await list()).items.map((one) => [one.begins, one.late]);
  const found = (begins: string) => days.find(([day]) => day === begins);
  assert.deepEqual(found('2026-09-24'), ['2026-09-24', true]);
  assert.equal(found('2026-09-25'), undefined, 'the centre was closed');
  const next = days[days.findIndex(([day]) => day === '2026-09-24') - 1]![0] as string;
  assert.deepEqual(
    (await of(next, 'customer_service')).filter(([, id]) => id === onHoliday),
    [['internal', onHoliday]],
  );
  const { kept } = await list({ from: '2026-09-22T16:00:00Z', until: '2026-09-24T16:00:00Z' });
  assert.deepEqual(kept, { n: 1, of: 2 });
  assert.deepEqual(
    (await list({ state: 'late', until: '2026-09-24T16:00:00Z' })).items.map((one) => one.begins),
    ['2026-09-24'],
  );
  assert.ok(
    (await told(world, 'service_head')).some((one) => one.params['kind'] === 'daily_record'),
    'told above',
  );
});
