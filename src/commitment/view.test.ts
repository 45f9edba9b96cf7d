import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import type { World } from '../../test/engine-world.ts';
import {
  addCalendarVersion,
  dropWorlds,
  LADDER,
  makeWorld,
  MONDAY,
  NOTICE,
  RECEPTION,
  WARN_OWNER,
} from '../../test/engine-world.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { HOUR, instant, MINUTE, plus } from '../kernel/time.ts';
import type { Tx } from '../platform/tx.ts';
import { correctVerdict } from './commands/correct-verdict.ts';
import { keepCommitments } from './commands/keep-commitments.ts';
import { pauseCommitments } from './commands/pause-commitments.ts';
import { previewCalendar, recomputeAfterCalendarChange } from './commands/recompute-after-calendar-change.ts';
import { resumeCommitments } from './commands/resume-commitments.ts';
import type { NewCommitment } from './commands/start-commitments.ts';
import { startCommitments } from './commands/start-commitments.ts';
import type { Commitment } from './commitment.ts';
import { explainCommitment } from './explanation.ts';
import { clockOf, clocksOfTicket, clocksSetAside, worstClocks } from './queries.ts';

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});
after(dropWorlds);

const hour = (hours: number): Instant => plus(MONDAY, hours * HOUR);
const read = <Result>(work: (tx: Tx, now: Instant) => Promise<Result>): Promise<Result> =>
  world.database.read(world.organisation.schema, (tx) => work(tx, world.clock.now()));

async function start(over: Partial<NewCommitment> = {}): Promise<Commitment> {
  const [row] = await world.run((context) => startCommitments(context, [world.promise(over)]));
  return row!;
}

const working = (text: string): NewCommitment['limit'] => ({ allowance: { text, basis: 'working' }, ladder: LADDER });
const view = async (row: Commitment) => (await read((tx, now) => clockOf(tx, now, row.id)))!;

test('a clock on a screen: what is left, whether it runs now, who hears next', async () => {
  const row = await start({ limit: working('PT4H') });
  const before = await view(row);
  assert.equal(before.ownerName, 'li');
  assert.equal(before.state, 'running');
  // 8:00, half an hour before opening
  assert.deepEqual(before.remaining, {
    ms: 4 * HOUR,
    whole: 4 * HOUR,
    basis: 'working',
    asOf: MONDAY,
    runningNow: false,
    nextChangeAt: hour(0.5),
  });
  assert.deepEqual(before.next, { at: hour(2.5), whom: 'owner', what: 'warn' });
  await world.liveUntil(hour(3));
  const running = await view(row);
  assert.deepEqual(
    [running.remaining.ms, running.remaining.runningNow, running.remaining.nextChangeAt],
    [1.5 * HOUR, true, hour(10)],
  );
  assert.equal(running.next?.whom, 'supervisor');
  await world.liveUntil(hour(5.5));
  const late = await view(row);
  assert.deepEqual([late.late, late.lateSince, late.remaining.ms], [true, hour(4.5), -HOUR]);
  assert.equal(late.next, null, 'the ruling was asked for an hour after the deadline: nobody is left');
  await world.run((context) => keepCommitments(context, { ids: [row.id] }));
  await world.liveUntil(hour(9));
  const settled = await view(row);
  assert.deepEqual([settled.state, settled.remaining.ms, settled.remaining.runningNow], ['late', -HOUR, false]);
});

test('a paused clock stands still, says why and until when, and is not late', async () => {
  const row = await start({ limit: { allowance: { text: 'PT4H', basis: 'clock' }, ladder: LADDER } });
  await world.liveUntil(hour(1));
  await world.run((context) =>
    pauseCommitments(context, { ids: [row.id], reason: 'waiting_customer', limitAt: hour(20) }),
  );
  await world.liveUntil(hour(9));
  const stands = await view(row);
  assert.deepEqual(
    [stands.state, stands.late, stands.pausedBecause, stands.pausedUntil, stands.next],
    ['paused', false, 'waiting_customer', hour(20), null],
  );
  assert.deepEqual(stands.remaining, {
    ms: 3 * HOUR,
    whole: 4 * HOUR,
    basis: 'clock',
    asOf: hour(9),
    runningNow: false,
    nextChangeAt: hour(20),
  });
});

test('a repeating rung and one to be acknowledged show who hears again', async () => {
  const ladder = [
    { ...WARN_OWNER, acknowledge: 'PT30M' },
    { ...NOTICE, repeat: { every: 'PT1H', basis: 'clock' as const, most: 2 } },
  ];
  const row = await start({ limit: { allowance: { text: 'PT4H', basis: 'clock' }, ladder } });
  await world.liveUntil(hour(2));
  const asked = await view(row);
  assert.equal(asked.awaitsAcknowledgement, true);
  assert.deepEqual(asked.next, { at: plus(hour(2), 30 * MINUTE), whom: 'owner', what: 'warn' });
  await world.liveUntil(hour(4));
  assert.deepEqual((await view(row)).next, { at: hour(5), whom: 'department_head', what: 'notice' });
  await world.liveUntil(hour(9));
  assert.equal((await view(row)).next, null);
});

test('of a ticket, and the worst of each ticket', async () => {
  const soon = await start({ kind: 'soon', limit: working('PT1H') });
  const far = await start({ kind: 'far', limit: working('P3D') });
  const his = await start({ kind: 'his', limit: working('PT2H'), ownerId: world.otherOwnerId });
  const done = await start({ kind: 'done', limit: working('PT1H') });
  await world.run((context) => keepCommitments(context, { ids: [done.id] }));
  const kinds = (views: { kind: string }[]): string[] => views.map((one) => one.kind);
  assert.deepEqual(kinds(await read((tx, now) => clocksOfTicket(tx, now, world.ticketId))), [
    'soon',
    'his',
    'far',
    'done',
  ]);
  const worst = async (): Promise<string | undefined> =>
    (await read((tx, now) => worstClocks(tx, now, [world.ticketId]))).get(world.ticketId)?.kind;
  assert.equal(await worst(), 'soon');
  await world.run((context) => keepCommitments(context, { ids: [soon.id] }));
  await world.run((context) => pauseCommitments(context, { ids: [his.id], reason: 'x', limitAt: hour(30) }));
  assert.equal(await worst(), 'far');
  await world.run((context) => keepCommitments(context, { ids: [far.id] }));
  assert.equal(await worst(), 'his');
});

test('what was set aside is listed with its reason', async () => {
  const row = await start();
  world.effects.onRungs = async () => {
    throw new Error('nobody holds this post');
  };
  await world.liveUntil(hour(2));
  const [aside] = await read((tx, now) => clocksSetAside(tx, now, 10));
  assert.deepEqual(
    [aside!.id, aside!.setAside, aside!.next],
    [row.id, { at: hour(2), because: 'nobody holds this post' }, null],
  );
});

test('a deadline is explained from its start to its end, with its pauses and who hears when', async () => {
  const row = await start({ limit: working('PT12H') });
  await world.liveUntil(hour(3));
  await world.run((context) =>
    pauseCommitments(context, { ids: [row.id], reason: 'waiting_customer', limitAt: hour(30) }),
  );
  await world.liveUntil(hour(4));
  await world.run((context) => resumeCommitments(context, { ids: [row.id] }));
  const explained = (await read((tx, now) => explainCommitment(tx, now, row.id)))!;
  assert.deepEqual(
    explained.steps.map((step) => step.kind),
    ['start', 'outside-hours', 'counted', 'paused', 'counted', 'outside-hours', 'counted', 'due'],
  );
  const due = explained.steps.at(-1)!;
  assert.ok(due.kind === 'due' && due.at === instant('2026-03-03T12:00:00+08:00') && due.at === explained.clock.dueAt);
  assert.deepEqual(explained.pauses, [
    { reason: 'waiting_customer', from: hour(3), until: hour(4), limit: hour(30), byId: null },
  ]);
  assert.deepEqual(
    explained.ladder.map((rung) => [rung.number, rung.to, rung.state]),
    [
      [1, 'owner', 'next'],
      [2, 'supervisor', 'later'],
      [3, 'department_head', 'later'],
      [4, 'centre_manager', 'later'],
    ],
  );
  assert.equal(explained.calendar.zone, 'Asia/Shanghai');
  assert.equal(
    await read((tx, now) => explainCommitment(tx, now, world.ticketId as string as Id<'commitment'>)),
    undefined,
  );
});

test('a promised moment needs no reckoning; a corrected verdict says who and why', async () => {
  const row = await start({ limit: { dueAt: hour(5), ladder: [NOTICE] } });
  await world.liveUntil(hour(6));
  await world.run((context) => keepCommitments(context, { ids: [row.id] }));
  await world.run((context) =>
    correctVerdict(context, { commitmentId: row.id, verdict: 'kept', reason: 'called at noon' }),
  );
  const explained = (await read((tx, now) => explainCommitment(tx, now, row.id)))!;
  assert.deepEqual(explained.steps, []);
  assert.deepEqual(explained.correction, { at: hour(6), byId: null, because: 'called at noon' });
  assert.deepEqual(
    explained.ladder.map((rung) => rung.state),
    ['climbed'],
  );
});

const holiday = { ...RECEPTION, exceptions: [{ date: '2026-03-03', name: 'Stocktaking', spans: [] }] };

test('another calendar shows what it does to running promises before it is applied, and then does just that', async () => {
  const moves = await start({ kind: 'moves', limit: working('PT12H') });
  const stays = await start({ kind: 'stays', limit: working('PT4H') });
  const other = await start({ kind: 'other', calendarId: world.alwaysId, limit: working('PT12H') });
  const settled = await start({ kind: 'settled', limit: working('PT12H') });
  await world.run((context) => keepCommitments(context, { ids: [settled.id] }));
  const preview = await read((tx, now) => previewCalendar(tx, now, { calendarId: world.receptionId, rules: holiday }));
  const [from, to] = [instant('2026-03-03T11:00:00+08:00'), instant('2026-03-04T11:00:00+08:00')];
  assert.deepEqual(
    preview.map((one) => [one.kind, one.from, one.to, one.turns]),
    [['moves', from, to, null]],
  );
  assert.deepEqual(await world.row(moves.id), moves, 'looking changes nothing');
  const applied = await world.run(async (context) => {
    await addCalendarVersion(context.tx, world.receptionId, 2, holiday);
    return recomputeAfterCalendarChange(context, { calendarId: world.receptionId });
  });
  assert.deepEqual(applied, preview);
  const after = await world.row(moves.id);
  assert.deepEqual(
    [after.due_at, after.calendar_version, after.next_fire_at],
    [to, 2, instant('2026-03-02T14:30:00+08:00')],
  );
  assert.equal((await world.row(stays.id)).calendar_version, 2);
  assert.equal((await world.row(settled.id)).calendar_version, 1);
  assert.deepEqual(await world.row(other.id), other);
  assert.deepEqual(
    (await world.events(moves.id)).map((event) => event.type),
    ['commitment.started', 'commitment.recalculated'],
  );
  assert.equal((await world.events(stays.id)).length, 1);
  assert.equal((await start({ kind: 'new', limit: working('PT12H') })).calendar_version, 2);
});

test('a late opening entered too late takes back what was said of it; a calendar rolled back leaves no trace', async () => {
  const row = await start({ limit: working('PT12H') });
  const training = { date: '2026-03-03', name: 'Training', spans: [{ from: '10:00', to: '18:00' }] };
  const lateOpening = { ...RECEPTION, exceptions: [training] };
  await assert.rejects(
    world.run(async (context) => {
      await addCalendarVersion(context.tx, world.receptionId, 2, {
        ...RECEPTION,
        exceptions: [
          { date: '2026-03-03', name: 'A slip', spans: [] },
          { date: '2026-03-04', name: 'A slip', spans: [] },
        ],
      });
      await recomputeAfterCalendarChange(context, { calendarId: world.receptionId });
      throw new Error('rolled back');
    }),
    /rolled back/,
  );
  await world.liveUntil(instant('2026-03-03T11:30:00+08:00'));
  assert.equal((await world.row(row.id)).climbed, 3);
  const [effect] = await world.run(async (context) => {
    await addCalendarVersion(context.tx, world.receptionId, 2, lateOpening);
    return recomputeAfterCalendarChange(context, { calendarId: world.receptionId });
  });
  assert.equal(effect!.turns, 'in_time');
  assert.equal(
    effect!.to,
    instant('2026-03-03T12:30:00+08:00'),
    'the slip of version 2 that was rolled back is forgotten',
  );
  const error = (await world.events(row.id)).at(-1)!;
  assert.equal(error.type, 'commitment.told_in_error');
  assert.equal(error.data['because'], 'calendar_changed');
  assert.deepEqual(
    (error.data['rungs'] as { number: number }[]).map((one) => one.number),
    [3],
  );
  await world.liveUntil(instant('2026-03-03T14:00:00+08:00'));
  assert.deepEqual(
    (await world.told(row.id)).map((one) => one.number),
    [1, 2, 3, 3, 4],
  );
});
