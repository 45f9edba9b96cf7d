import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import type { World } from '../../../test/engine-world.ts';
import { dropWorlds, LADDER, makeWorld, MONDAY, NOTICE, RULE, WARN_OWNER } from '../../../test/engine-world.ts';
import { Invalid, Refused } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { HOUR, instant, MINUTE, plus } from '../../kernel/time.ts';
import type { Commitment } from '../commitment.ts';
import { acknowledgeRung } from './acknowledge-rung.ts';
import { cancelCommitments } from './cancel-commitments.ts';
import { correctVerdict } from './correct-verdict.ts';
import { keepCommitments } from './keep-commitments.ts';
import { moveCommitments } from './move-commitments.ts';
import { pauseCommitments } from './pause-commitments.ts';
import { previewRebase, rebaseCommitments } from './rebase-commitments.ts';
import { resumeCommitments } from './resume-commitments.ts';
import type { NewCommitment } from './start-commitments.ts';
import { startCommitments } from './start-commitments.ts';

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});
after(dropWorlds);

/** Hours after Monday 8:00 in Shanghai, when every promise here begins. */
const hour = (hours: number): Instant => plus(MONDAY, hours * HOUR);

async function start(over: Partial<NewCommitment> = {}): Promise<Commitment> {
  const [row] = await world.run((context) => startCommitments(context, [world.promise(over)]));
  return row!;
}

async function types(id: string): Promise<string[]> {
  return (await world.events(id)).map((event) => event.type.replace('commitment.', ''));
}

const keep = (happenedAt?: Instant): ReturnType<typeof keepCommitments> =>
  world.run((context) => keepCommitments(context, { subjectId: world.ticketId, kinds: ['complete'], happenedAt }));

const told = async (id: string): Promise<string[]> =>
  (await world.told(id)).map((one) => `${one.number}.${one.again} ${one.whom}`);

test('several promises start at once, each with its own deadline and its own line in the journal', async () => {
  const rows = await world.run((context) =>
    startCommitments(context, [
      world.promise({ kind: 'answer', limit: { allowance: { text: 'PT30M', basis: 'working' }, ladder: LADDER } }),
      world.promise({
        kind: 'investigate',
        limit: { allowance: { text: 'same-day', basis: 'clock' }, ladder: LADDER },
      }),
      world.promise({ kind: 'reply', limit: { dueAt: hour(7), ladder: [NOTICE] }, words: 'which valve' }),
    ]),
  );
  assert.deepEqual(
    rows.map((row) => row.due_at),
    [instant('2026-03-02T09:00:00+08:00'), instant('2026-03-03T00:00:00+08:00'), hour(7)],
  );
  for (const row of rows) {
    assert.deepEqual(await world.row(row.id), row, 'what is answered is what is stored');
    assert.deepEqual(await types(row.id), ['started']);
  }
  assert.equal(rows[2]!.allowance, null);
  assert.equal(rows[2]!.words, 'which valve');
});

test('a complaint is investigated on the same day, or the department gets a notice at midnight [COMP-02]', async () => {
  const limit = { allowance: { text: 'same-day', basis: 'clock' as const }, ladder: [WARN_OWNER, NOTICE] };
  const kept = await start({ kind: 'complete', limit });
  const missed = await start({ kind: 'investigate', limit });
  await world.liveUntil(instant('2026-03-02T23:30:00+08:00'));
  assert.equal((await keep())[0]!.verdict, 'kept');
  await world.liveUntil(hour(24));
  assert.deepEqual(await told(kept.id), ['1.0 owner']);
  assert.deepEqual(await told(missed.id), ['1.0 owner', '2.0 department_head']);
  const late = await world.run((context) =>
    keepCommitments(context, { subjectId: world.ticketId, kinds: ['investigate'] }),
  );
  assert.equal(late[0]!.verdict, 'late');
});

test('a promised reply warns before its time, tells when it passed, and is kept only if given by then [RECP-05]', async () => {
  const promise = { kind: 'complete', limit: { dueAt: hour(4), ladder: LADDER } };
  const row = await start(promise);
  await world.liveUntil(hour(3.5));
  assert.deepEqual(await told(row.id), ['1.0 owner', '2.0 supervisor']);
  assert.equal((await keep(hour(3.4)))[0]!.verdict, 'kept');
  const other = await start({ ...promise, startedAt: hour(3.5), limit: { dueAt: hour(6), ladder: LADDER } });
  await world.liveUntil(hour(8));
  assert.equal((await keep())[0]!.verdict, 'late');
  assert.equal((await told(other.id)).length, 4);
});

test('missing the promised schedule brings a notice and then a ruling; keeping it ends both [WORK-04]', async () => {
  const row = await start({ limit: { dueAt: hour(4), ladder: [NOTICE, RULE] } });
  await world.liveUntil(hour(4.5));
  assert.deepEqual(await told(row.id), ['1.0 department_head']);
  await world.liveUntil(hour(6));
  assert.deepEqual(await told(row.id), ['1.0 department_head', '2.0 centre_manager']);
  const kept = await start({ startedAt: hour(6), limit: { dueAt: hour(7), ladder: [NOTICE, RULE] }, kind: 'other' });
  await world.run((context) => keepCommitments(context, { subjectId: world.ticketId, kinds: ['other'] }));
  await world.liveUntil(hour(30));
  assert.deepEqual(await told(kept.id), []);
});

test('a late report of what was done in time makes a climbed deadline kept and says what was told in error', async () => {
  const row = await start();
  await world.liveUntil(hour(6));
  assert.equal((await told(row.id)).length, 4);
  const [settled] = await keep(hour(3.9));
  assert.equal(settled!.verdict, 'kept');
  assert.equal(settled!.toldInError, true);
  const events = await world.events(row.id);
  assert.equal(events.at(-2)!.type, 'commitment.kept');
  assert.equal(events.at(-2)!.happened_at, hour(3.9));
  assert.deepEqual(events.at(-1)!.data['rungs'], [
    { number: 3, do: 'notice', to: 'department_head' },
    { number: 4, do: 'rule', to: 'centre_manager' },
  ]);
  assert.equal(events.at(-1)!.data['because'], 'kept_in_time');
  assert.equal((await world.row(row.id)).settled_at, hour(3.9));
  assert.ok(world.reactions.some((event) => event.type === 'commitment.told_in_error'));
});

test('done late and reported later still is late, and nothing is withdrawn', async () => {
  const row = await start();
  await world.liveUntil(hour(6));
  const [settled] = await keep(hour(4.5));
  assert.equal(settled!.verdict, 'late');
  assert.equal(settled!.toldInError, false);
  assert.equal((await types(row.id)).at(-1), 'late');
});

test('done in time and told in time: the warnings were right, nothing is withdrawn', async () => {
  const row = await start();
  await world.liveUntil(hour(3.5));
  assert.equal((await keep())[0]!.toldInError, false);
  await world.liveUntil(hour(40));
  assert.deepEqual(await told(row.id), ['1.0 owner', '2.0 supervisor']);
});

test('telling twice that it was done changes nothing', async () => {
  const row = await start();
  await keep(hour(0));
  assert.deepEqual(await keep(hour(1)), []);
  assert.deepEqual(await types(row.id), ['started', 'kept']);
});

test('a pause stops the clock and everything it would have said; what is left runs on afterwards', async () => {
  const row = await start();
  await world.liveUntil(hour(1));
  const { paused } = await world.run((context) =>
    pauseCommitments(context, { ticketId: world.ticketId, reason: 'waiting_customer', limitAt: hour(48) }),
  );
  assert.equal(paused[0]!.next_fire_at, hour(48));
  await world.liveUntil(hour(10));
  assert.deepEqual(await told(row.id), []);
  const [gone] = await world.run((context) => resumeCommitments(context, { ticketId: world.ticketId }));
  assert.equal(gone!.due_at, hour(13));
  assert.deepEqual(await world.row(row.id), gone);
  await world.liveUntil(hour(13));
  assert.deepEqual(
    (await world.told(row.id)).map((one) => one.at),
    [hour(11), instant('2026-03-02T12:12:00Z'), hour(13)],
  );
  assert.deepEqual(await types(row.id), ['started', 'paused', 'resumed', 'climbed', 'climbed', 'climbed']);
});

test('nothing sleeps for ever: at its limit the pause ends by itself, exactly then, however late the tick', async () => {
  const row = await start();
  await world.run((context) =>
    pauseCommitments(context, { subjectId: world.ticketId, reason: 'waiting_customer', limitAt: hour(2) }),
  );
  const ended: string[] = [];
  world.effects.onPauseEnded = async (_, all) =>
    void ended.push(...all.map((one) => `${one.pause.reason} ${one.pause.until_at}`));
  world.clock.set(hour(4.5));
  await world.fire();
  const after = await world.row(row.id);
  assert.deepEqual([after.state, after.due_at, after.climbed], ['running', hour(6), 1]);
  assert.deepEqual(ended, [`waiting_customer ${hour(2)}`]);
  assert.deepEqual(await types(row.id), ['started', 'paused', 'resumed', 'climbed']);
  assert.deepEqual((await world.events(row.id))[2]!.data['ended'], 'limit');
});

test('a wait reported late takes back what was said since it began, and it is said again when it comes true', async () => {
  const row = await start();
  await world.liveUntil(hour(4.5));
  assert.equal((await told(row.id)).length, 3);
  await world.run((context) =>
    pauseCommitments(context, {
      ticketId: world.ticketId,
      reason: 'waiting_customer',
      limitAt: hour(24),
      happenedAt: hour(1),
    }),
  );
  const error = (await world.events(row.id)).find((event) => event.type === 'commitment.told_in_error')!;
  assert.deepEqual(
    (error.data['rungs'] as { number: number }[]).map((one) => one.number),
    [1, 2, 3],
  );
  await world.liveUntil(hour(5));
  await world.run((context) => resumeCommitments(context, { ticketId: world.ticketId, happenedAt: hour(4.5) }));
  assert.equal((await world.row(row.id)).due_at, hour(7.5));
  await world.liveUntil(hour(7.5));
  assert.deepEqual(
    (await world.told(row.id)).slice(3).map((one) => one.at),
    [hour(5.5), plus(hour(6.5), 12 * MINUTE), hour(7.5)],
  );
});

test('what is late already, or promised for a moment, is not stopped; the rest of the ticket is', async () => {
  const late = await start({ limit: { allowance: { text: 'PT1H', basis: 'clock' }, ladder: LADDER } });
  const promised = await start({ kind: 'reply', limit: { dueAt: hour(5), ladder: LADDER } });
  const running = await start({ kind: 'answer' });
  await world.liveUntil(hour(2));
  const answer = await world.run((context) =>
    pauseCommitments(context, { ticketId: world.ticketId, reason: 'waiting_customer', limitAt: hour(9) }),
  );
  assert.deepEqual(
    answer.paused.map((row) => row.id),
    [running.id],
  );
  assert.deepEqual(
    new Map(answer.refused.map(({ commitment, why }) => [commitment.id, why.code])),
    new Map([
      [late.id, 'commitment.already_late'],
      [promised.id, 'commitment.moment_promised'],
    ]),
  );
});

test('a pause without a length is refused', async () => {
  await start();
  await assert.rejects(
    world.run((context) => pauseCommitments(context, { ticketId: world.ticketId, reason: 'x', limitAt: hour(0) })),
    (error: Invalid) => error instanceof Invalid && error.code === 'commitment.pause_without_length',
  );
});

test('what is done during a pause is kept, and the pause ends there', async () => {
  const row = await start();
  await world.run((context) =>
    pauseCommitments(context, { ticketId: world.ticketId, reason: 'waiting_customer', limitAt: hour(24) }),
  );
  await world.liveUntil(hour(9));
  assert.equal((await keep())[0]!.verdict, 'kept');
  const pauses = await world.database.read(world.organisation.schema, (tx) =>
    tx.selectFrom('commitment_pause').selectAll().execute(),
  );
  assert.deepEqual(
    pauses.map((one) => [one.from_at, one.until_at]),
    [[hour(0), hour(9)]],
  );
  assert.equal((await world.row(row.id)).due_at, hour(13));
  await world.liveUntil(hour(60));
  assert.deepEqual(await told(row.id), []);
});

test('two pauses in working time take only working time', async () => {
  const row = await start({ limit: { allowance: { text: 'PT8H', basis: 'working' }, ladder: LADDER } });
  const pause = async (from: number, until: number): Promise<void> => {
    await world.liveUntil(hour(from));
    await world.run((context) =>
      pauseCommitments(context, { ids: [row.id], reason: 'waiting_parts', limitAt: hour(100) }),
    );
    await world.liveUntil(hour(until));
    await world.run((context) => resumeCommitments(context, { ids: [row.id] }));
  };
  // 8:30-16:30; 10:00-11:00 off, then 17:00 to 9:00 the next day, of which an hour and half an hour count
  await pause(2, 3);
  await pause(9, 25);
  assert.equal((await world.row(row.id)).due_at, instant('2026-03-03T09:30:00+08:00'));
});

test('a cancelled promise tells nobody and is neither kept nor late', async () => {
  const row = await start();
  await world.run((context) =>
    cancelCommitments(context, { subjectId: world.ticketId, kinds: ['complete'], reason: 'withdrawn' }),
  );
  await world.liveUntil(hour(40));
  assert.deepEqual(await told(row.id), []);
  const after = await world.row(row.id);
  assert.deepEqual([after.state, after.outcome, after.next_fire_at], ['cancelled', 'cancelled', null]);
  assert.equal((await world.events(row.id)).at(-1)!.data['reason'], 'withdrawn');
});

test('a hand-over moves what is owed; the clock does not notice, and what is there already stays', async () => {
  const row = await start();
  const other = await start({ kind: 'answer', ownerId: world.otherOwnerId });
  const moved = await world.run((context) =>
    moveCommitments(context, {
      fromId: world.ownerId,
      toId: world.otherOwnerId,
      departmentId: world.otherDepartmentId,
    }),
  );
  assert.deepEqual(
    moved.map((one) => one.id),
    [row.id],
  );
  const after = await world.row(row.id);
  assert.deepEqual(
    [after.owner_id, after.department_id, after.next_fire_at],
    [world.otherOwnerId, world.otherDepartmentId, row.next_fire_at],
  );
  assert.deepEqual(await types(other.id), ['started']);
  const again = await world.run((context) => moveCommitments(context, { ids: [row.id], toId: world.otherOwnerId }));
  assert.deepEqual(again, []);
});

test('reclassified to a shorter limit: counted from the original start, what ought to have been said is said', async () => {
  const row = await start();
  await world.liveUntil(hour(3));
  assert.deepEqual(await told(row.id), ['1.0 owner']);
  await world.run((context) =>
    rebaseCommitments(context, {
      subjectId: world.ticketId,
      kinds: ['complete'],
      limit: { allowance: { text: 'PT2H', basis: 'clock' }, ladder: LADDER },
      calendarId: world.alwaysId,
    }),
  );
  assert.equal((await world.row(row.id)).due_at, hour(2));
  await world.fire();
  assert.deepEqual((await told(row.id)).toSorted(), [
    '1.0 owner',
    '2.0 supervisor',
    '3.0 department_head',
    '4.0 centre_manager',
  ]);
  assert.equal((await keep())[0]!.verdict, 'late');
});

test('reclassified to a longer limit: what was said of the missed deadline is withdrawn, and said again when it is missed', async () => {
  const row = await start();
  await world.liveUntil(hour(4.5));
  await world.run((context) =>
    rebaseCommitments(context, {
      subjectId: world.ticketId,
      kinds: ['complete'],
      limit: { allowance: { text: 'P3D', basis: 'clock' }, ladder: LADDER },
      calendarId: world.alwaysId,
    }),
  );
  const error = (await world.events(row.id)).at(-1)!;
  assert.equal(error.data['because'], 'limit_changed');
  assert.deepEqual(
    (error.data['rungs'] as { number: number }[]).map((one) => one.number),
    [3],
  );
  await world.liveUntil(hour(73));
  assert.deepEqual(
    (await world.told(row.id)).slice(3).map((one) => [one.number, one.at]),
    [
      [1, hour(36)],
      [2, plus(hour(57), 36 * MINUTE)],
      [3, hour(72)],
      [4, hour(73)],
    ],
  );
});

test('reclassified while paused: the pause counts, and its limit still ends it', async () => {
  const row = await start();
  await world.liveUntil(hour(1));
  await world.run((context) =>
    pauseCommitments(context, { ids: [row.id], reason: 'waiting_customer', limitAt: hour(5) }),
  );
  await world.run((context) =>
    rebaseCommitments(context, {
      ids: [row.id],
      limit: { allowance: { text: 'PT2H', basis: 'clock' }, ladder: LADDER },
      calendarId: world.alwaysId,
    }),
  );
  const rebased = await world.row(row.id);
  assert.deepEqual([rebased.state, rebased.next_fire_at, rebased.due_at], ['paused', hour(5), hour(2)]);
  await world.liveUntil(hour(5.5));
  assert.equal((await world.row(row.id)).due_at, hour(6));
});

test('a changed limit shows what it does to running promises of a kind of ticket before it is applied', async () => {
  const row = await start();
  await start({ kind: 'answer' });
  const change = {
    ticketKind: 'repair',
    kinds: ['complete'],
    limit: { allowance: { text: 'PT1H', basis: 'clock' as const }, ladder: LADDER },
    calendarId: world.alwaysId,
  };
  world.clock.set(hour(1.5));
  const preview = (over: object): ReturnType<typeof previewRebase> =>
    world.run((context) => previewRebase(context.tx, context.now, { ...change, ...over }));
  const [effect, ...others] = await preview({});
  assert.deepEqual([effect!.commitmentId, effect!.from, effect!.to, effect!.turns], [row.id, hour(4), hour(1), 'late']);
  assert.deepEqual(others, []);
  assert.deepEqual(await preview({ ticketKind: 'complaint' }), []);
  assert.deepEqual(await preview({ departmentId: world.otherDepartmentId }), []);
  assert.deepEqual(await world.row(row.id), row, 'looking changes nothing');
  const [rebased] = await world.run((context) => rebaseCommitments(context, { ...change, centreId: world.centreId }));
  assert.equal(rebased!.due_at, effect!.to);
});

test('a verdict is corrected with a reason, journalled, and what was told is withdrawn', async () => {
  const row = await start();
  await world.liveUntil(hour(5));
  await keep();
  await assert.rejects(
    world.run((context) => correctVerdict(context, { commitmentId: row.id, verdict: 'kept', reason: ' ' })),
    Invalid,
  );
  await world.run((context) =>
    correctVerdict(context, { commitmentId: row.id, verdict: 'kept', reason: 'signed at 11:50' }),
  );
  const after = await world.row(row.id);
  assert.deepEqual([after.state, after.outcome, after.corrected_because], ['kept', 'kept', 'signed at 11:50']);
  assert.deepEqual((await types(row.id)).slice(-2), ['corrected', 'told_in_error']);
  assert.ok(!JSON.stringify(await world.events(row.id)).includes('11:50'), 'texts stay out of the journal');
  await assert.rejects(
    world.run((context) => correctVerdict(context, { commitmentId: row.id, verdict: 'kept', reason: 'again' })),
    Refused,
  );
});

test('"I have it" ends the asking, a higher rung asks anew', async () => {
  const ladder = [
    { ...WARN_OWNER, acknowledge: 'PT10M' },
    { ...NOTICE, acknowledge: 'PT20M' },
  ];
  const row = await start({ limit: { allowance: { text: 'PT4H', basis: 'clock' }, ladder } });
  await assert.rejects(
    world.run((context) => acknowledgeRung(context, { commitmentId: row.id })),
    Refused,
  );
  await world.liveUntil(plus(hour(2), 15 * MINUTE));
  assert.deepEqual(await told(row.id), ['1.0 owner', '1.1 owner']);
  await world.run((context) => acknowledgeRung(context, { commitmentId: row.id }));
  await world.run((context) => acknowledgeRung(context, { commitmentId: row.id }));
  await world.liveUntil(plus(hour(4), 45 * MINUTE));
  assert.deepEqual((await told(row.id)).slice(2), ['2.0 department_head', '2.1 department_head', '2.2 centre_manager']);
  assert.equal((await types(row.id)).filter((type) => type === 'acknowledged').length, 1);
});

test('a promise registered after its deadline is climbed at once, one rung speaking for all', async () => {
  world.clock.set(hour(6));
  const row = await start({ startedAt: hour(0) });
  await world.fire();
  const climbs = await world.told(row.id);
  assert.deepEqual(
    climbs.map((one) => [one.number, one.last]),
    [
      [1, false],
      [2, false],
      [3, false],
      [4, true],
    ],
  );
});

test('an empty ladder counts and tells nobody', async () => {
  const row = await start({ limit: { dueAt: hour(4), ladder: [] } });
  assert.equal(row.next_fire_at, null);
  world.clock.set(hour(5));
  assert.equal(await world.fire(), 0);
  assert.equal((await keep(hour(4)))[0]!.verdict, 'kept');
});

test('the timer is told of the earliest rung, and only by what really set a clock', async () => {
  const fireAt = await world.run(async (context) => {
    const limit = { allowance: { text: 'PT30M', basis: 'clock' as const }, ladder: LADDER };
    await startCommitments(context, [world.promise(), world.promise({ kind: 'answer', limit })]);
    return context.signals.fireAt;
  });
  assert.equal(fireAt, plus(MONDAY, 15 * MINUTE));
  assert.equal(
    await world.run(
      async (context) => (
        await keepCommitments(context, { subjectId: world.ticketId, kinds: ['complete'] }),
        context.signals.fireAt
      ),
    ),
    null,
  );
});

test('a command that is about no commitment at all is a fault, not all of them', async () => {
  await assert.rejects(
    world.run((context) => cancelCommitments(context, { kinds: ['complete'], reason: 'x' })),
    /which commitments/,
  );
  assert.deepEqual(await world.run((context) => cancelCommitments(context, { ids: [], reason: 'x' })), []);
});

test('what the database holds obeys its own rules', async () => {
  const row = await start();
  const wrong = [
    `update commitment set settled_at = '2026-03-02T00:00:00Z' where id = '${row.id}'`,
    `update commitment set state = 'kept', outcome = 'kept', settled_at = due_at where id = '${row.id}'`,
    `update commitment set state = 'paused', next_fire_at = null where id = '${row.id}'`,
    `update commitment set corrected_because = 'no reason why' where id = '${row.id}'`,
  ];
  for (const text of wrong)
    await assert.rejects(
      world.run((context) => sql.raw(text).execute(context.tx)),
      /check constraint/,
    );
});
