import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { World } from '../../test/engine-world.ts';
import { contextIn, dropWorlds, engineOn, makeWorld, NOTICE, promiseOn, RULE, tell } from '../../test/engine-world.ts';
import type { Instant } from '../kernel/time.ts';
import { between, plus, systemClock } from '../kernel/time.ts';
import type { Organisation, Signals } from '../platform/context.ts';
import { noSignals } from '../platform/context.ts';
import type { Database } from '../platform/db.ts';
import { openDatabase } from '../platform/db.ts';
import type { Live } from '../platform/live/live.ts';
import { openLive } from '../platform/live/live.ts';
import { startCommitments } from './commands/start-commitments.ts';
import type { Commitment } from './commitment.ts';
import type { Engine } from './fire.ts';
import type { Ladder } from './rule.ts';
import type { Timer, TimerOptions } from './timer.ts';
import { startTimer } from './timer.ts';

let world: World;
const open: { close(): unknown }[] = [];
beforeEach(async () => {
  world = await makeWorld();
});
after(dropWorlds);

/** Runs a test's nodes and closes them in the reverse order, whatever happens. */
async function withNodes(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } finally {
    for (const one of open.splice(0).toReversed()) await one.close();
  }
}

/** Far below any poll, far above what it takes; a busy machine must not fail it. */
const PROMPT = 400;

type Node = { timer: Timer; database: Database; faults: string[]; turns(): number };

function node(number: number, over: Partial<TimerOptions> = {}): Node {
  const database = openDatabase({ url: world.url, connections: 5, name: `node ${number}` });
  let turns = 0;
  const counted: Database = {
    ...database,
    transact: (schema, work) => {
      turns += 1;
      return database.transact(schema, work);
    },
  };
  const engine: Engine = engineOn(counted, systemClock, {
    onRungs: (context, climbs) => tell(context.tx, context.now, climbs, number),
    onPauseEnded: async () => {},
  });
  const faults: string[] = [];
  const timer = startTimer({
    engine,
    organisations: async () => [world.organisation],
    onFault: (fault, schema) => void faults.push(`${schema}: ${(fault as Error).message}`),
    ...over,
  });
  open.push({ close: () => database.close() }, { close: () => timer.stop() });
  return { timer, database, faults, turns: () => turns };
}

/** A promise whose only rung stands so many milliseconds from now. */
async function dueIn(
  ms: number,
  tellAll: (organisation: Organisation, signals: Signals) => void,
  ladder: Ladder = [NOTICE],
): Promise<Commitment> {
  const now = systemClock.now();
  const signals = noSignals();
  const [row] = await world.database.transact(world.organisation.schema, (tx) =>
    startCommitments(
      contextIn(tx, now, world.organisation, async () => {}, signals),
      [promiseOn(world, now, { limit: { dueAt: plus(now, ms), ladder } })],
    ),
  );
  tellAll(world.organisation, signals);
  return row!;
}

const nobody = (): void => {};
const wakes =
  (timer: Timer) =>
  ({ schema }: Organisation, { fireAt }: Signals): void => {
    if (fireAt) timer.wake(schema, fireAt);
  };

type Said = { at: Instant; told_at: Instant; node: number };
async function saidOf(row: Commitment, withinMs: number): Promise<Said | undefined> {
  for (let waited = 0; waited <= withinMs; waited += 10) {
    const told = (await world.told(row.id)) as unknown as Said[];
    assert.ok(told.length <= 1, 'said twice');
    if (told[0]) return told[0];
    await sleep(10);
  }
  return undefined;
}

async function saidInTime(row: Commitment, withinMs: number): Promise<Said> {
  const said = await saidOf(row, withinMs);
  assert.ok(said, `not said within ${withinMs} ms`);
  const late = between(said.at, said.told_at);
  assert.ok(late >= 0, `said ${-late} ms early`);
  return said;
}

test('a timer sleeps until the moment and says it then; meanwhile it asks the database nothing', () =>
  withNodes(async () => {
    const one = node(1);
    await sleep(100);
    const row = await dueIn(1_200, wakes(one.timer));
    await sleep(200);
    const turns = one.turns();
    await sleep(300);
    assert.equal(one.turns(), turns, 'it sleeps');
    const said = await saidInTime(row, 2500);
    assert.ok(between(said.at, said.told_at) < PROMPT, `said ${between(said.at, said.told_at)} ms late`);
    assert.ok(one.turns() <= turns + 2);
  }));

/** What a node tells the others and hears from them. */
async function live(node: Node): Promise<Live> {
  const joined = await openLive({ pool: node.database.pool, url: world.url, log: () => {} });
  open.push({ close: () => joined.stop() });
  joined.bus.on('fire', node.timer.wake);
  joined.bus.onGap(node.timer.wakeAll);
  return joined;
}

test('a node is woken by what another node committed', () =>
  withNodes(async () => {
    const [speaking, hearing] = [node(1, { organisations: async () => [] }), node(2, { pollMs: 60_000 })];
    const told = await live(speaking);
    await live(hearing);
    await sleep(100);
    const said = await saidInTime(await dueIn(150, told.announce), 1500);
    assert.equal(said.node, 2);
    assert.ok(between(said.at, said.told_at) < PROMPT, `said ${between(said.at, said.told_at)} ms late`);
  }));

test('the next rung is slept for without being woken, and so is what a node finds when it starts', () =>
  withNodes(async () => {
    const ladder = [NOTICE, { ...RULE, at: { after: 'PT1S', basis: 'clock' as const } }];
    const row = await dueIn(500, nobody, ladder);
    node(1, { pollMs: 60_000 });
    for (let waited = 0; waited < 4_000 && (await world.told(row.id)).length < 2; waited += 50) await sleep(50);
    const late = ((await world.told(row.id)) as unknown as Said[]).map((said) => between(said.at, said.told_at));
    assert.equal(late.length, 2);
    for (const ms of late) assert.ok(ms >= 0 && ms < PROMPT, `said ${ms} ms late`);
  }));

test('nobody woke it: the poll finds what is due', () =>
  withNodes(async () => {
    node(1, { pollMs: 200 });
    await sleep(50);
    await saidInTime(await dueIn(20, nobody), 1000);
  }));

test('a due row somebody else held is looked at again shortly, not at the next poll', () =>
  withNodes(async () => {
    const one = node(1, { pollMs: 60_000 });
    await sleep(50);
    const row = await dueIn(100, wakes(one.timer));
    await world.database.transact(world.organisation.schema, async (tx) => {
      await sql`select 1 from commitment where id = ${row.id} for update`.execute(tx);
      await sleep(400);
    });
    const said = await saidInTime(row, 1000);
    assert.ok(
      between(row.due_at, said.told_at) < 400 + PROMPT,
      `${between(row.due_at, said.told_at)} ms after its moment`,
    );
    assert.ok(one.turns() < 40, `asked ${one.turns()} times meanwhile`);
  }));

test('every connection is cut: it goes on by itself, and is woken again', () =>
  withNodes(async () => {
    const one = node(1, { pollMs: 60_000 });
    const told = await live(one);
    await sleep(100);
    const before = await dueIn(300, told.announce);
    await sleep(100);
    await world.database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await saidInTime(before, 3000);
    await sleep(1000);
    await saidInTime(await dueIn(100, told.announce), 3000);
  }));

test('an organisation that fails does not stop the others, and is not asked all the time', () =>
  withNodes(async () => {
    const lost = { ...world.organisation, schema: 'org_lost' };
    const one = node(1, { organisations: async () => [lost, world.organisation] });
    await sleep(50);
    await saidInTime(await dueIn(100, wakes(one.timer)), 1000);
    await sleep(500);
    assert.ok(one.faults.length >= 1 && one.faults.length < 8, `${one.faults.length} faults`);
    assert.match(one.faults[0]!, /org_lost: .*does not exist/);
  }));

test('a list of organisations that cannot be read now is read later', () =>
  withNodes(async () => {
    let asked = 0;
    const one = node(1, {
      organisations: async () => {
        asked += 1;
        if (asked === 1) throw new Error('no database yet');
        return [world.organisation];
      },
    });
    await saidInTime(await dueIn(10, wakes(one.timer)), 2000);
    assert.deepEqual(one.faults, ['null: no database yet']);
  }));

test('once stopped, nothing is said here; another node says it', () =>
  withNodes(async () => {
    const one = node(1);
    await sleep(100);
    const row = await dueIn(200, wakes(one.timer));
    await one.timer.stop();
    await sleep(500);
    assert.equal(await saidOf(row, 0), undefined);
    node(2);
    assert.equal((await saidInTime(row, 1000)).node, 2);
  }));
