import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { World } from '../../test/engine-world.ts';
import { dropWorlds, LADDER, makeWorld, MONDAY, NOTICE, WARN_OWNER } from '../../test/engine-world.ts';
import { chosenSeed, random } from '../../test/random.ts';
import type { Basis } from '../kernel/duration.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { epochOf, instantOf, MINUTE, plus } from '../kernel/time.ts';
import { acknowledgeRung } from './commands/acknowledge-rung.ts';
import { keepCommitments } from './commands/keep-commitments.ts';
import { pauseCommitments } from './commands/pause-commitments.ts';
import { resumeCommitments } from './commands/resume-commitments.ts';
import { startCommitments } from './commands/start-commitments.ts';
import type { Commitment, Pause } from './commitment.ts';

/**
 * Random lives of commitments, judged after every step by a model that shares nothing with the engine but the facts: it walks minute by
 * minute. `SEED=123` repeats a failure.
 */
const LIVES = 30;
const STEPS = 18;

after(dropWorlds);

/** Reception hours as a child would read them off the door, in Shanghai, which has no summer time. */
function isOpen(at: number): boolean {
  const local = at + 8 * 60 * MINUTE;
  const minute = Math.floor(local / MINUTE) % 1440;
  const weekend = [2, 3].includes(Math.floor(local / (1440 * MINUTE)) % 7); // day 0, a Thursday
  return weekend ? minute >= 540 && minute < 1020 : minute >= 510 && minute < 1080;
}

/** Counts the allowance down, a minute at a time, leaving out what is closed or paused. */
function walkedDue(start: Instant, minutes: number, basis: Basis, pauses: Pause[]): Instant {
  const ended = pauses.filter((pause) => pause.until_at !== null);
  let left = minutes;
  let at = epochOf(start);
  while (left > 0) {
    const paused = ended.some((pause) => epochOf(pause.from_at) <= at && at < epochOf(pause.until_at!));
    if (!paused && (basis === 'clock' || isOpen(at))) left -= 1;
    at += MINUTE;
  }
  return instantOf(at);
}

type Life = { id: Id<'commitment'>; minutes: number; basis: Basis };
type Journal = Awaited<ReturnType<World['events']>>;

const ofType = (journal: Journal, type: string): Journal =>
  journal.filter((event) => event.type === `commitment.${type}`);

function judgeLadder(row: Commitment, journal: Journal, now: Instant): void {
  const climbed = ofType(journal, 'climbed');
  for (const event of climbed) assert.ok((event.data['at'] as string) <= event.happened_at, 'climbed early');
  const errors = ofType(journal, 'told_in_error').flatMap((event) => event.data['rungs'] as { number: number }[]);
  for (let number = 1; number <= row.ladder.length; number += 1) {
    const times = climbed.filter((event) => event.data['number'] === number && event.data['again'] === 0).length;
    const taken = errors.filter((one) => one.number === number).length;
    if (row.settled_at === null) assert.equal(times - taken, number <= row.climbed ? 1 : 0, `rung ${number}`);
    else assert.ok(times <= row.ladder.length);
  }
  if (row.state === 'running')
    assert.equal(
      row.climbed,
      row.ladder.filter((rung) => rung.at <= now).length,
      'what is due is climbed, and nothing else',
    );
  let paused = false;
  for (const event of journal) {
    if (event.type === 'commitment.paused') paused = true;
    if (event.type === 'commitment.resumed') paused = false;
    assert.ok(!(paused && event.type === 'commitment.climbed'), 'climbed in a pause');
  }
}

function judge(life: Life, row: Commitment, pauses: Pause[], journal: Journal, now: Instant): void {
  assert.equal(row.due_at, walkedDue(row.started_at, life.minutes, life.basis, pauses), 'due');
  if (row.settled_at !== null) {
    assert.equal(row.state, row.settled_at <= row.due_at ? 'kept' : 'late');
    assert.equal(row.next_fire_at, null);
  } else if (row.state === 'paused') {
    const open = pauses.filter((pause) => pause.until_at === null);
    assert.deepEqual([open.length, open[0]?.limit_at], [1, row.next_fire_at]);
    assert.ok(row.next_fire_at! > now, 'a pause outlived its limit');
  } else if (row.next_fire_at !== null) assert.ok(row.next_fire_at > now, 'something due was left');
  assert.equal(row.set_aside_at, null, row.set_aside_because ?? '');
  judgeLadder(row, journal, now);
}

async function beginLives(world: World, next: () => number): Promise<Life[]> {
  const lives: Life[] = [];
  for (let index = 0; index < 4; index += 1) {
    const minutes = 30 + Math.floor(next() * 900);
    const basis: Basis = next() < 0.5 ? 'clock' : 'working';
    const repeat = { every: 'PT2H', basis, most: 3 };
    const ladder = [LADDER, [WARN_OWNER, { ...NOTICE, repeat }], [{ ...WARN_OWNER, acknowledge: 'PT45M' }, NOTICE]][
      index % 3
    ]!;
    const limit = { allowance: { text: `PT${minutes}M`, basis }, ladder };
    const [row] = await world.run((context) =>
      startCommitments(context, [world.promise({ kind: `k${index}`, limit })]),
    );
    lives.push({ id: row!.id, minutes, basis });
  }
  return lives;
}

async function step(world: World, life: Life, next: () => number): Promise<string> {
  const now = world.clock.now();
  const ago = (minutes: number): Instant => {
    const said = plus(now, -Math.floor(next() * minutes) * MINUTE);
    return said < MONDAY ? MONDAY : said;
  };
  const row = await world.row(life.id);
  const act = next();
  const ids = [life.id];
  if (act < 0.25) {
    const [happenedAt, limitAt] = [ago(90), plus(now, (1 + Math.floor(next() * 600)) * MINUTE)];
    const pauses = await pausesIn(world, life.id);
    const last = pauses.at(-1)?.until_at;
    // a wait that reaches back into an earlier one is reported as beginning where that ended
    const from = last && last > happenedAt ? last : happenedAt;
    await world.run((context) =>
      pauseCommitments(context, { ids, reason: 'waiting_customer', limitAt, happenedAt: from }),
    );
    return `pause from ${from} to ${limitAt} at most`;
  }
  if (act < 0.45) {
    const happenedAt = ago(60);
    await world.run((context) => resumeCommitments(context, { ids, happenedAt }));
    return `resume at ${happenedAt}`;
  }
  if (act < 0.52) {
    const happenedAt = ago(300);
    await world.run((context) => keepCommitments(context, { ids, happenedAt }));
    return `keep at ${happenedAt}`;
  }
  if (act < 0.6 && row.settled_at === null && row.climbed > 0) {
    await world.run((context) => acknowledgeRung(context, { commitmentId: life.id }));
    return 'acknowledge';
  }
  world.clock.set(plus(now, Math.floor(next() * (next() < 0.2 ? 1500 : 120)) * MINUTE));
  return `now ${world.clock.now()}`;
}

const pausesIn = (world: World, id: Id<'commitment'>): Promise<Pause[]> =>
  world.database.read(world.organisation.schema, (tx) =>
    tx.selectFrom('commitment_pause').selectAll().where('commitment_id', '=', id).orderBy('no').execute(),
  );

test(`${LIVES * 4} random lives agree with a minute-by-minute model after every step`, async (t) => {
  const seed = chosenSeed();
  t.diagnostic(`SEED=${seed}`);
  for (let each = 0; each < LIVES; each += 1) {
    const next = random(seed + each);
    const world = await makeWorld();
    const lives = await beginLives(world, next);
    const story: string[] = [];
    for (let at = 0; at < STEPS; at += 1) {
      const life = lives[Math.floor(next() * lives.length)]!;
      story.push(`${lives.indexOf(life)}: ${await step(world, life, next)}`);
      await world.fire();
      for (const one of lives) {
        const [row, pauses, journal] = [
          await world.row(one.id),
          await pausesIn(world, one.id),
          await world.events(one.id),
        ];
        try {
          judge(one, row, pauses, journal, world.clock.now());
        } catch (fault) {
          (fault as Error).message +=
            `\nSEED=${seed} life ${each}.${lives.indexOf(one)}: ${one.minutes} min ${one.basis}\n${story.join('\n')}`;
          throw fault;
        }
      }
    }
    const told = (await world.told()).map((one) => `${one.commitment_id} ${one.number} ${one.again} ${one.at}`);
    const climbs = await Promise.all(
      lives.map(async ({ id }) =>
        ofType(await world.events(id), 'climbed').map(
          ({ data }) => `${id} ${data['number']} ${data['again']} ${data['at']}`,
        ),
      ),
    );
    assert.deepEqual(told.toSorted(), climbs.flat().toSorted());
  }
});
