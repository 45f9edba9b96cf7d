import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import type { Context } from '../../src/platform/context.ts';
import { beginDay } from '../../src/reactions/attendance.ts';
import { acceptNote } from '../../src/shift-note/commands/accept-note.ts';
import { handOver } from '../../src/shift-note/commands/hand-over.ts';
import { acceptInput, handOverInput, notesQuery } from '../../src/shift-note/inputs.ts';
import { listNotes, notePage, notHandedOver, openNow } from '../../src/shift-note/list.ts';
import { lastNoteOf } from '../../src/shift-note/open.ts';
import { reportAbsence } from '../../src/organisation/commands/report-absence.ts';
import { setDuty } from '../../src/organisation/commands/set-duty.ts';
import { reportAbsenceInput } from '../../src/organisation/inputs.ts';
import { promiseReply } from '../../src/ticket/commands/promise-reply.ts';
import { clocksAbout, settle, takeInMatter, told, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
let note: Id<'shift_note'>;
before(async () => {
  world = await freshWorld({ at: '2026-09-28T08:30+08:00' });
});
after(() => world.drop());

const post = () => world.posts['front_desk_clerk']!;
const lastId = async () => (await world.read((tx) => lastNoteOf({ tx }, post())))?.id ?? null;
const give = async (who: PersonKey, over: object = {}) =>
  world.act(
    who,
    handOver,
    handOverInput.parse({ postId: post(), lastId: await lastId(), text: '电梯公司下午两点到', ...over }),
  );
const notes = async (query: object = {}, who: PersonKey = 'manager') =>
  (await world.ask(who, listNotes, notesQuery.parse(query))).items;

test('the note of a shift is written from what is open: what is promised next, what is offered, what happened', async () => {
  await world.act('desk', setDuty, world.people.desk, { on: false });
  world.at('2026-09-28T09:00+08:00');
  await world.act('desk', setDuty, world.people.desk, { on: true });
  world.at('2026-09-28T10:00+08:00');
  const promised = await takeInMatter(world, 'consultation', {
    title: '停车月卡怎么办',
    fields: { question: '停车月卡怎么办' },
  });
  await world.act('desk', promiseReply, promised.id, {
    dueAt: '2026-09-28T03:00:00.000Z' as never,
    words: '十一点前回电',
  });
  const later = await takeInMatter(world, 'leak');
  const offered = await takeInMatter(world, 'task', { title: '整理资料架', ownerId: world.people.desk2 }, 'supervisor');
  const done = await takeInMatter(world, 'help', { title: '代收快递' });
  await settle(world, done);
  const { lines, figures, from, next, can } = await world.ask('desk', openNow, undefined);
  assert.deepEqual(can, { hand_over: null });
  assert.equal(from, '2026-09-28T01:00:00.000Z', 'the shift began when he came on duty');
  const about = new Map(lines.map((line) => [line.id, line]));
  assert.equal(about.has(done.id), false, 'what is resolved is not open');
  assert.deepEqual([about.get(promised.id)!.sort, about.get(promised.id)!.number], ['promised', promised.number]);
  assert.equal(about.get(later.id)!.sort, 'promised', 'a leak is answered within hours');
  assert.equal(about.get(offered.id)!.sort, 'waiting');
  assert.deepEqual([figures.opened, figures.resolved, figures.late], [3, 1, 0]);
  assert.deepEqual(
    next.map((one) => one.name),
    ['李前台'],
  );
});

test('it is handed over by those at the post, with remarks, and says what stood at that moment', async () => {
  const { lines } = await world.ask('desk', openNow, undefined);
  const [first] = lines;
  await assert.rejects(give('assistant'), { code: 'shift_note.not_your_post' });
  await assert.rejects(
    world.act(
      'plumber',
      handOver,
      handOverInput.parse({ postId: world.posts['repair_worker'], lastId: null, text: '无' }),
    ),
    { code: 'shift_note.no_shifts' },
  );
  await assert.rejects(give('desk', { toId: world.people.plumber }), { code: 'shift_note.not_of_post' });
  await assert.rejects(give('desk', { toId: world.people.desk }), { code: 'shift_note.not_of_post' });
  assert.throws(() => handOverInput.parse({ postId: post(), lastId: null, text: ' ' }));
  assert.equal((await world.ask('desk', notHandedOver)).postId, post(), 'going off duty he would be asked');
  const id = newId<'shift_note'>(world.clock.now());
  const remarks = [{ id: first!.id, remark: '业主比较急，优先回电' }];
  note = await give('desk', { id, toId: world.people.desk2, remarks });
  assert.equal(await give('desk', { id, toId: world.people.desk2 }), note, 'sent twice it is handed over once');
  assert.equal((await world.ask('desk', notHandedOver)).postId, null);
  assert.equal((await world.ask('assistant', notHandedOver)).postId, null, 'his post is no front desk');
  const page = await world.ask('manager', notePage, note);
  assert.deepEqual(
    [page.text, page.by.name, page.to!.name, page.count, page.lines.find((one) => one.id === first!.id)!.remark],
    ['电梯公司下午两点到', '王前台', '李前台', lines.length, '业主比较急，优先回电'],
  );
  await takeInMatter(world, 'help', { title: '之后才来的' });
  assert.equal((await world.ask('manager', notePage, note)).lines.length, lines.length, 'what came later is not in it');
  wait(world);
  const [heard] = (await told(world, 'desk2')).filter((one) => one.type === 'shift_note.handed_over');
  assert.deepEqual([heard!.subject, heard!.params['open']], [{ type: 'shift_note', id: note }, lines.length]);
});

test('only the next accepts it, once, with a question that reaches whoever handed it over', async () => {
  await assert.rejects(world.act('desk', acceptNote, note, { remark: '' }), { code: 'shift_note.own' });
  await assert.rejects(world.act('assistant', acceptNote, note, { remark: '' }), { code: 'shift_note.not_for_you' });
  world.at('2026-09-28T10:20+08:00');
  await world.act('desk2', acceptNote, note, acceptInput.parse({ remark: '钥匙在哪个抽屉？' }));
  await assert.rejects(world.act('desk2', acceptNote, note, { remark: '' }), { code: 'shift_note.accepted' });
  const page = await world.ask('desk', notePage, note);
  assert.deepEqual(
    [page.acceptedBy!.name, page.acceptedAt, page.remark, page.late],
    ['李前台', '2026-09-28T02:20:00.000Z', '钥匙在哪个抽屉？', false],
  );
  assert.equal((await clocksAbout(world, note))[0]!.outcome, 'kept');
  wait(world);
  assert.ok((await told(world, 'desk')).some((one) => one.type === 'shift_note.remarked'));
});

test('handed to whoever comes next, unaccepted it climbs its ladder, and is found by period, post and person', async () => {
  const second = await give('desk2', { text: '夜间无异常' });
  await world.until('2026-09-28T11:40+08:00');
  const [owed] = await clocksAbout(world, second);
  assert.deepEqual([owed!.kind, owed!.due_at, owed!.settled_at], ['accept_shift', '2026-09-28T03:20:10.000Z', null]);
  const climbed = (await told(world, 'supervisor')).filter((one) => one.params['kind'] === 'accept_shift');
  assert.equal(climbed.length, 1, 'the superior hears that nobody took it');
  assert.deepEqual(
    (await notes({ state: 'open' })).map((one) => [one.id, one.late]),
    [[second, true]],
  );
  assert.deepEqual(
    (await notes({ by: world.people.desk })).map((one) => one.id),
    [note],
  );
  assert.deepEqual(
    (await notes({ to: world.people.desk2 })).map((one) => one.id),
    [note],
  );
  assert.deepEqual(await notes({ until: '2026-09-28T01:00:00Z' }), []);
  assert.deepEqual(
    (await notes({ post: post(), from: '2026-09-28T02:20:00Z' })).map((one) => one.id),
    [second],
  );
  assert.deepEqual(await notes({}, 'plumber'), [], 'another department sees none');
  await assert.rejects(world.ask('plumber', notePage, second), { code: 'right.out_of_scope' });
  await world.act('desk', acceptNote, second, { remark: '' });
  assert.equal((await clocksAbout(world, second))[0]!.outcome, 'late');
});

/** Until a transaction waits for what another has locked. */
async function somebodyWaits(): Promise<void> {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await world.database.pool.query(waiting)).rowCount === 0) await setTimeout(10);
}

test('of two colleagues who hand one shift over at once one does, and the other hears that it was done', async () => {
  world.at('2026-09-28T14:00+08:00');
  const seen = await world.ask('desk', openNow, undefined);
  assert.equal(seen.last!.by.name, '李前台');
  const to = { lastId: seen.last!.id, postId: post() };
  const written = Promise.withResolvers<void>();
  const both = Promise.withResolvers<void>();
  const handedAndHeld = async (context: Context) => {
    const id = await handOver(context, handOverInput.parse({ ...to, text: '王前台交班' }));
    written.resolve();
    await both.promise;
    return id;
  };
  const first = world.act('desk', handedAndHeld);
  await written.promise;
  const second = world.act('desk2', handOver, handOverInput.parse({ ...to, text: '李前台交班' }));
  // nothing of the first is committed yet: the second waits for it, or is through
  await Promise.race([second.catch(() => {}), somebodyWaits()]);
  both.resolve();
  const came = await Promise.allSettled([first, second]);
  assert.deepEqual(
    came.map(({ status }) => status),
    ['fulfilled', 'rejected'],
  );
  const [refused] = came.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
  assert.equal(refused, 'shift_note.handed_over_meanwhile');
  const made = await notes({ from: '2026-09-28T06:00:00Z' });
  assert.deepEqual(
    made.map(({ id }) => id),
    came.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
  );
  const { last } = await world.ask('desk', openNow, undefined);
  assert.equal(last!.id, made[0]!.id, 'whoever looks again sees it, and may hand over what comes after');
});

test('what is open at a post is read by those at it and those who see its notes, and by nobody else', async () => {
  await assert.rejects(world.ask('plumber', openNow, post()), { code: 'right.out_of_scope' });
  const { can } = await world.ask('supervisor', openNow, post());
  assert.equal(can['hand_over']!.code, 'shift_note.not_your_post');
});

test('a note to somebody who is away is accepted by whoever took over what he owes', async () => {
  world.at('2026-09-28T15:00+08:00');
  const id = await give('desk', { toId: world.people.desk2 });
  const away = { id: newId(world.clock.now()), from: '2026-09-28T15:00:00.000+08:00', reason: '病假' };
  const successor = reportAbsenceInput.parse({ ...away, successorId: world.people.assistant });
  await world.act('supervisor', reportAbsence, world.people.desk2, successor);
  await assert.rejects(world.act('desk2', acceptNote, id, { remark: '' }), { code: 'shift_note.not_for_you' });
  assert.equal((await world.ask('assistant', notePage, id)).can['accept'], null);
  await world.act('assistant', acceptNote, id, { remark: '' });
});

const owedOf = async (day: string) => {
  const row = await world.read((tx) =>
    tx
      .selectFrom('handover_day')
      .select('id')
      .where('post_id', '=', post())
      .where('day', '=', day)
      .executeTakeFirstOrThrow(),
  );
  return (await clocksAbout(world, row.id))[0]!;
};

test('every day the post owes a handover; a note keeps it, and the taker signs it; a day without one is late [WFRC-06]', async () => {
  await world.until('2026-10-19T00:05+08:00');
  await world.act(null, beginDay);
  const owed = await owedOf('2026-10-19');
  assert.deepEqual(
    [owed.kind, owed.post_id, owed.due_at, owed.started_at],
    ['hand_over_shift', post(), '2026-10-19T16:00:00.000Z', '2026-10-19T08:00:00.000Z'],
  );
  await world.until('2026-10-19T17:30+08:00');
  const handed = await give('desk', { toId: world.people.desk2 });
  assert.equal((await owedOf('2026-10-19')).outcome, 'kept');
  await world.act('desk2', acceptNote, handed, acceptInput.parse({}));
  const signed = await world.ask('manager', notePage, handed);
  assert.deepEqual([signed.acceptedBy!.id, signed.acceptedAt], [world.people.desk2, world.clock.now()]);
  await world.until('2026-10-20T00:05+08:00');
  await world.act(null, beginDay);
  await world.until('2026-10-21T09:05+08:00');
  assert.ok((await told(world, 'supervisor')).some(({ type, at }) => type === 'clock.warn' && at >= '2026-10-21'));
  await give('desk');
  assert.equal((await owedOf('2026-10-20')).outcome, 'late');
});
