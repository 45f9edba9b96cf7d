import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import { platformWorld, until, type World } from '../../../test/platform-world.ts';
import type { Instant } from '../../kernel/time.ts';
import { instant, plus, systemClock } from '../../kernel/time.ts';
import type { Signals } from '../context.ts';
import { afterwards, recall } from '../journal.ts';
import type { Live } from '../live/live.ts';
import { openLive } from '../live/live.ts';
import { lockOf, sweep } from './dead-pools.ts';
import { POKE_PERSON, pokeLater, pokePerson } from './poke-person.ts';
import { handOverAll, startRelay } from './relay.ts';
import type { Task, Tasks } from './task.ts';
import { startWorker } from './worker.ts';

let world: World;
before(async () => {
  world = await platformWorld();
  await world.database.pool.query('create table huiyin.effect (outbox text not null)');
});
after(() => world.drop());

type JobNode = { live: Live; signals: Signals[]; stop(): Promise<void> };

const effect: Task = async ({ tx }, payload) => {
  await sql`insert into huiyin.effect values (${String(payload['mark'])})`.execute(tx);
};

/** A node that only works: relay and worker, whose log is kept. */
async function jobNode(
  t: TestContext,
  tasks: Tasks = { effect },
  log: (line: string) => void = () => {},
): Promise<JobNode> {
  const { database, url, hill, lake } = world;
  const signals: Signals[] = [];
  const live = await openLive({ pool: database.pool, url, log: () => {} });
  const common = { database, clock: systemClock, organisations: async () => [hill, lake], log };
  const announce = (_: unknown, heard: Signals): void => void signals.push(heard);
  const worker = await startWorker({ ...common, url, tasks, announce, react: async () => {}, listener: live.listener });
  const relay = startRelay({ ...common, bus: live.bus });
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> =>
    (stopped ??= (async () => {
      await relay.stop();
      await worker.stop();
      await live.stop();
    })());
  t.after(stop);
  return { live, signals, stop };
}

/** Puts work into the outbox as a command does, and tells of it as the server does once that has committed. */
async function order(live: Live | null, mark: string, runAt: Instant, subject = randomUUID()): Promise<void> {
  const signals = await world.as(null, async (context) => {
    await afterwards(context, 'effect', subject, { mark }, runAt);
    return context.signals;
  });
  live?.announce(world.hill, signals);
}

async function effects(prefix: string): Promise<string[]> {
  const { rows } = await world.database.pool.query<{ outbox: string }>(
    'select outbox from huiyin.effect where outbox like $1 order by 1',
    [`${prefix}%`],
  );
  return rows.map((row) => row.outbox);
}

async function waiting(): Promise<{ id: string; handed: boolean }[]> {
  const { rows } = await world.database.pool.query(
    'select id, handed_at is not null as handed from org_hill.outbox order by run_at',
  );
  return rows;
}

test('what falls due is done once, soon after its time and not before', async (t) => {
  const { live } = await jobNode(t);
  const runAt = plus(systemClock.now(), 400);
  await order(live, 'soon', runAt);
  await new Promise((go) => setTimeout(go, 200));
  assert.deepEqual(await effects('soon'), []);
  await until('it is done', async () => (await effects('soon')).length > 0, 2_000);
  const late = Date.parse(systemClock.now()) - Date.parse(runAt);
  assert.ok(late < 1_000, `${late} ms late`);
  assert.deepEqual(await waiting(), []);
});

test('what is recalled in time is never done, even when the job runner was already told', async (t) => {
  const subject = randomUUID();
  await order(null, 'recalled', systemClock.now(), subject);
  const { hill, lake, database } = world;
  await handOverAll({ database, clock: systemClock, organisations: async () => [hill, lake] });
  assert.deepEqual(
    (await waiting()).map((row) => row.handed),
    [true],
  );
  assert.equal(await world.as(null, (context) => recall(context, subject)), 1);
  const { live } = await jobNode(t);
  await order(live, 'after-recalled', systemClock.now());
  await until('the next is done', async () => (await effects('after-recalled')).length === 1);
  assert.deepEqual(await effects('recalled'), []);
});

test('a relay that dies between telling the job runner and noting it has the work done once', async (t) => {
  await order(null, 'crash', systemClock.now());
  const { hill, database } = world;
  const parts = { database, clock: systemClock, organisations: async () => [hill] };
  await handOverAll(parts);
  const id = (await waiting())[0]!.id;
  // as the crash left it: the job is there, the note is not
  await database.pool.query('update org_hill.outbox set handed_at = null');
  const { live } = await jobNode(t);
  await until('it is done', async () => (await effects('crash')).length > 0);
  // and once more, as if it had crashed after the work was done
  await database.pool.query(
    `select graphile_worker.add_job('effect', json_build_object('organisation', $1::text, 'outbox', $2::text))`,
    [hill.id, id],
  );
  await order(live, 'last', systemClock.now());
  await until('the last is done', async () => (await effects('last')).length > 0);
  assert.deepEqual(await effects('crash'), ['crash']);
});

test('two nodes share the work of a thousand, each done once', async (t) => {
  await jobNode(t);
  const { live } = await jobNode(t);
  const marks = Array.from({ length: 1_000 }, (_, no) => `many-${String(no).padStart(4, '0')}`);
  const signals = await world.as(null, async (context) => {
    for (const mark of marks) await afterwards(context, 'effect', randomUUID(), { mark }, systemClock.now());
    return context.signals;
  });
  live.announce(world.hill, signals);
  await until('all are done', async () => (await effects('many-')).length >= marks.length, 30_000);
  assert.deepEqual(await effects('many-'), marks);
  await until('nothing waits', async () => (await waiting()).length === 0);
});

test('a stop amid a heap of work says nothing, gives back what it had fetched, and another does it once', async (t) => {
  const lines: string[] = [];
  const slow: Task = async (context, payload) => {
    await sql`select pg_sleep(0.05)`.execute(context.tx);
    await effect(context, payload);
  };
  const { live, stop } = await jobNode(t, { effect: slow }, (line) => lines.push(line));
  const marks = Array.from({ length: 150 }, (_, no) => `heap-${String(no).padStart(4, '0')}`);
  const signals = await world.as(null, async (context) => {
    for (const mark of marks) await afterwards(context, 'effect', randomUUID(), { mark }, systemClock.now());
    return context.signals;
  });
  live.announce(world.hill, signals);
  await until('some are done', async () => (await effects('heap-')).length > 10);
  await stop();
  assert.deepEqual(lines, []);
  const undone = marks.length - (await effects('heap-')).length;
  assert.ok(undone > 20, `so few were left that nothing fetched had to be given back: ${undone}`);
  const held = `select from graphile_worker.jobs where locked_by is not null`;
  await until('what was fetched is given back', async () => (await world.database.pool.query(held)).rowCount === 0);
  await jobNode(t);
  await until('all are done', async () => (await effects('heap-')).length >= marks.length, 30_000);
  assert.deepEqual(await effects('heap-'), marks);
});

test('what fails leaves nothing half done, is tried again and keeps nobody else waiting', async (t) => {
  let tries = 0;
  const failing: Task = async (context, payload) => {
    await effect(context, payload);
    if (payload['mark'] === 'poison') tries += 1;
    if (payload['mark'] === 'poison' && tries < 2) throw new Error('the other side is away');
  };
  const { live } = await jobNode(t, { effect: failing });
  await order(live, 'poison', systemClock.now());
  await order(live, 'healthy', systemClock.now());
  await until('the healthy one is done', async () => (await effects('healthy')).length === 1);
  await until('it was tried', () => tries > 0);
  assert.deepEqual(await effects('poison'), [], 'what the failed try wrote is gone');
  await until('it is done at last', async () => (await effects('poison')).length === 1, 20_000);
  assert.equal(tries, 2);
});

test('the jobs of a node that died are freed once it was missed twice, those of a living one never', async () => {
  const { pool } = world.database;
  await pool.query(`select graphile_worker.add_job('nobody-does-this', '{}') from generate_series(1, 2)`);
  await pool.query(`
    update graphile_worker._private_jobs set locked_at = run_at, locked_by = case when id % 2 = 0 then 'pool-dead' else 'pool-alive' end
    where task_id = (select id from graphile_worker._private_tasks where identifier = 'nobody-does-this')`);
  const alive = await pool.connect();
  await alive.query('select pg_advisory_lock(hashtext($1))', [lockOf('pool-alive')]);
  const locked = async (): Promise<string[]> => {
    const { rows } = await pool.query(
      `select locked_by from graphile_worker.jobs where task_identifier = 'nobody-does-this' and locked_by is not null`,
    );
    return rows.map((row) => row.locked_by);
  };
  const suspects = await sweep(pool, new Set(), () => {});
  assert.deepEqual([...suspects], ['pool-dead']);
  assert.equal((await locked()).length, 2);
  await sweep(pool, suspects, () => {});
  assert.deepEqual(await locked(), ['pool-alive']);
  await alive.query('select pg_advisory_unlock_all()');
  alive.release();
  await pool.query(`delete from graphile_worker._private_jobs`);
});

test('a running worker shows that it lives', async (t) => {
  await jobNode(t);
  const { rows } = await world.database.pool.query(
    `select count(*)::int as many from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and a.application_name = 'huiyin listener' and a.datname = current_database() and mode = 'ExclusiveLock'`,
  );
  assert.equal(rows[0].many, 1);
});

test('a person is told of a notification when its time comes', async (t) => {
  const { live, signals } = await jobNode(t, { [POKE_PERSON]: pokePerson });
  const asked = await world.as(null, async (context) => {
    await pokeLater(context, [{ personId: world.ann, at: plus(context.now, 200) }]);
    return context.signals;
  });
  live.announce(world.hill, asked);
  await until('she is told', () => signals.some((heard) => heard.notified.has(world.ann)));
});

test('a wake-up that comes while the relay works is not lost', async (t) => {
  const { live } = await jobNode(t);
  for (let round = 0; round < 20; round += 1) await order(live, `race-${round}`, systemClock.now());
  await until('all are done', async () => (await effects('race-')).length === 20, 5_000);
});

test('nodes that stop give back what they had taken', async (t) => {
  const slow: Task = async (context, payload) => {
    await new Promise((go) => setTimeout(go, 150));
    await effect(context, payload);
  };
  const first = await jobNode(t, { effect: slow });
  for (let no = 0; no < 15; no += 1) await order(first.live, `given-${no}`, instant('2026-01-01T00:00:00Z'));
  await until('some are done', async () => (await effects('given-')).length > 0);
  await first.stop();
  const { rows } = await world.database.pool.query(
    'select count(*)::int as many from graphile_worker.jobs where locked_by is not null',
  );
  assert.equal(rows[0].many, 0);
  await jobNode(t);
  await until('all are done', async () => (await effects('given-')).length === 15);
});
