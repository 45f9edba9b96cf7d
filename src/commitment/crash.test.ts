import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Stage } from '../../test/engine-world.ts';
import { buildStage, contextIn, NOTICE, promiseOn, readStage, RULE, WARN_OWNER } from '../../test/engine-world.ts';
import { chosenSeed, random } from '../../test/random.ts';
import type { Id } from '../kernel/id.ts';
import { plus, systemClock } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import { noSignals } from '../platform/context.ts';
import type { Database } from '../platform/db.ts';
import { openDatabase } from '../platform/db.ts';
import type { EmbeddedPostgres } from '../platform/embedded-postgres/start.ts';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/start.ts';
import type { Live } from '../platform/live/live.ts';
import { openLive } from '../platform/live/live.ts';
import { keepCommitments } from './commands/keep-commitments.ts';
import { pauseCommitments } from './commands/pause-commitments.ts';
import type { NewCommitment } from './commands/start-commitments.ts';
import { startCommitments } from './commands/start-commitments.ts';
import type { Ladder } from './rule.ts';

/**
 * Three nodes on one durable PostgreSQL, commands all the while, and fifty `kill -9` at random: of nodes, of the server, of single
 * backends. Then everything is counted in the database. `SEED=123 npm test -- crash` repeats the same kills and the same commands (not
 * the same microseconds).
 */
const KILLS = Number(process.env['KILLS'] ?? 50);
const NODES = 3;
/** As durable as any, but two seconds back up instead of four: the file system is synced as a whole before recovery. */
const SETTINGS = { recovery_init_sync_method: 'syncfs' };
const seed = chosenSeed();

type Arena = {
  cache: string;
  server: EmbeddedPostgres;
  stage: Stage;
  database: Database;
  live: Live;
  nodes: (ChildProcess | undefined)[];
  /** Promises whose start was acknowledged: whatever is killed, they must stand. */
  acknowledged: Id<'commitment'>[];
  /** Commands that were cut off: nobody knows what became of them. */
  lost: number;
  died: string[];
  over: boolean;
};

/** A node that gives up because the database is down as it starts is started again, as a supervisor would; one that ran must not die. */
function spawnNode(arena: Arena, index: number): void {
  // one that was killed comes again by itself, and may just be about to
  if (arena.over || arena.nodes[index]) return;
  const script = join(import.meta.dirname, '../../test/crash-node.ts');
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, arena.server.url, `${index}`],
    {
      // half of what a node's start costs is compiling, and here one starts every second
      env: { ...process.env, NODE_COMPILE_CACHE: arena.cache },
    },
  );
  let ready = false;
  let complaint = '';
  child.stdout.on('data', () => (ready = true));
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  arena.nodes[index] = child;
  child.on('exit', (code, signal) => {
    arena.nodes[index] = undefined;
    if (signal !== 'SIGKILL' && ready) arena.died.push(`node ${index} died by itself (${code}): ${complaint}`);
    setTimeout(() => spawnNode(arena, index), 100);
  });
}

const second = (n: number): string => `PT${n}S`;
const ladders: Ladder[] = [
  [WARN_OWNER, NOTICE],
  [WARN_OWNER, NOTICE, { ...RULE, at: { after: second(1), basis: 'clock' } }],
  [WARN_OWNER, { ...NOTICE, repeat: { every: second(1), basis: 'clock', most: 2 } }],
  [{ ...NOTICE, acknowledge: second(1) }],
];

/** One transaction of an ordinary command; what it answers was committed, what it throws may or may not have been. */
async function run<Result>(arena: Arena, work: (context: Context) => Promise<Result>): Promise<Result | undefined> {
  const signals = noSignals();
  const { organisation } = arena.stage;
  try {
    const result = await arena.database.transact(organisation.schema, (tx) =>
      work(contextIn(tx, systemClock.now(), organisation, async () => {}, signals)),
    );
    arena.live.announce(organisation, signals);
    return result;
  } catch {
    arena.lost += 1;
    await sleep(50);
    return undefined;
  }
}

const PROMISES = 20;

/** Promises that fall due within seconds; of each lot one is paused for a second and one is done. */
async function load(arena: Arena, next: () => number): Promise<void> {
  while (!arena.over) {
    const wanted = Array.from({ length: PROMISES }, (_, index): NewCommitment => {
      const now = systemClock.now();
      const allowance = { text: second(1 + Math.floor(next() * 3)), basis: 'clock' as const };
      const ladder = ladders[Math.floor(next() * ladders.length)]!;
      return promiseOn(arena.stage, now, {
        kind: `k${index}`,
        calendarId: arena.stage.alwaysId,
        limit: { allowance, ladder },
      });
    });
    const started = await run(arena, (context) => startCommitments(context, wanted));
    arena.acknowledged.push(...(started ?? []).map((row) => row.id));
    const [paused, kept] = [next(), next()].map((chance) => started?.[Math.floor(chance * PROMISES)]?.id);
    await sleep(next() * 150);
    if (paused)
      await run(arena, (context) =>
        pauseCommitments(context, { ids: [paused], reason: 'waiting_customer', limitAt: plus(context.now, 1_000) }),
      );
    if (kept) await run(arena, (context) => keepCommitments(context, { ids: [kept] }));
  }
}

/** Kills by id; false where that one had just gone by itself. */
function killed(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}

/** The backend of a node that was busy last: if it dies without a word, the server cuts all others and recovers. */
async function busyBackend(arena: Arena): Promise<number> {
  const { rows } = await arena.database.pool.query<{ pid: number }>(
    `select pid from pg_stat_activity where application_name like 'crash node%' order by query_start desc nulls last limit 1`,
  );
  return rows[0]?.pid ?? arena.server.postmasterPid;
}

async function killSomebody(arena: Arena, next: () => number): Promise<'node' | 'server' | 'backend'> {
  const [chance, which] = [next(), Math.floor(next() * NODES)];
  const who = chance < 0.66 ? 'node' : chance < 0.83 ? 'server' : 'backend';
  for (;;) {
    const pid =
      who === 'node'
        ? arena.nodes[which]?.pid
        : who === 'server'
          ? arena.server.postmasterPid
          : await busyBackend(arena).catch(() => undefined);
    if (pid !== undefined && killed(pid)) return who;
    await sleep(50);
  }
}

async function query<Row>(arena: Arena, text: string): Promise<Row[]> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const answer = await arena.database.read(arena.stage.organisation.schema, (tx) => sql.raw<Row>(text).execute(tx));
      return answer.rows;
    } catch (fault) {
      if (attempt > 100) throw fault;
      await sleep(100);
    }
  }
}

const saidSoFar = async (arena: Arena): Promise<number> =>
  (await query<{ n: number }>(arena, 'select count(*)::int as n from told'))[0]!.n;

/** The next kill comes soon, but not before promises are made and kept again: a machine that is always down shows nothing. */
async function catchBreath(arena: Arena, next: () => number): Promise<void> {
  const before = { acknowledged: arena.acknowledged.length, said: await saidSoFar(arena) };
  await sleep(next() * 500);
  while (arena.acknowledged.length === before.acknowledged || (await saidSoFar(arena)) === before.said)
    await sleep(100);
}

const none = async (arena: Arena, what: string, text: string): Promise<void> => {
  assert.deepEqual(await query(arena, `${text} limit 5`), [], what);
};

/** Every rung of every ladder, with how often it is to be climbed again at most. */
const OWED = `select c.id, c.settled_at is null as open, r.n as number, g.again
  from commitment c, jsonb_array_elements(c.ladder) with ordinality r(rung, n),
    generate_series(0, case when r.n < jsonb_array_length(c.ladder) then 0
      else coalesce((rung->'repeat'->>'most')::int, case when rung ? 'acknowledge' then 3 else 0 end) end) g(again)`;
const CLIMBED = `select subject_id as id, (data->>'number')::int as number, (data->>'again')::int as again,
  (data->>'at')::timestamptz as at, recorded_at, seq from event where type = 'commitment.climbed'`;

async function everythingOnce(arena: Arena): Promise<void> {
  const stands = new Set((await query<{ id: string }>(arena, 'select id from commitment')).map((row) => row.id));
  assert.deepEqual(
    arena.acknowledged.filter((id) => !stands.has(id)),
    [],
    'an acknowledged promise is gone',
  );
  await none(arena, 'set aside', 'select id, set_aside_because from commitment where set_aside_at is not null');
  await none(
    arena,
    'a rung of an open promise was lost',
    `select * from (${OWED}) o where open and not exists (select from (${CLIMBED}) e where (e.id, e.number, e.again) = (o.id, o.number, o.again))`,
  );
  await none(
    arena,
    'a rung nobody owed was climbed',
    `select * from (${CLIMBED}) e where not exists (select from (${OWED}) o where (e.id, e.number, e.again) = (o.id, o.number, o.again))`,
  );
  await none(
    arena,
    'a rung was climbed twice',
    `select id, number, again from (${CLIMBED}) e group by 1, 2, 3 having count(*) > 1`,
  );
  await none(arena, 'a rung was climbed early', `select * from (${CLIMBED}) e where recorded_at < at`);
  await none(arena, 'something was said early', 'select * from told where told_at < at');
  await none(
    arena,
    'something was said twice',
    'select commitment_id, number, again from told group by 1, 2, 3 having count(*) > 1',
  );
  for (const [what, said] of [
    ['told', 'select commitment_id as id, number, again from told'],
    [
      'notified',
      `select subject_id as id, (params->>'number')::int as number, (params->>'again')::int as again from notification`,
    ],
  ] as const) {
    const both = [`select id, number, again from (${CLIMBED}) e`, said];
    await none(arena, `climbed, but not ${what} as often`, `(${both[0]} except all ${both[1]})`);
    await none(arena, `${what}, but not climbed as often`, `(${both[1]} except all ${both[0]})`);
  }
  await none(
    arena,
    'a kept promise went on climbing',
    `select * from (${CLIMBED}) e where exists (select from event k where k.subject_id = e.id and k.type in ('commitment.kept', 'commitment.late') and k.seq < e.seq)`,
  );
  await none(
    arena,
    'a paused promise climbed',
    `select * from (${CLIMBED}) e where exists (select from event p where p.subject_id = e.id and p.type = 'commitment.paused' and p.seq < e.seq
    and not exists (select from event r where r.subject_id = e.id and r.type = 'commitment.resumed' and r.seq between p.seq and e.seq))`,
  );
  await none(
    arena,
    'a pause did not end exactly once, at its limit',
    `select p.* from commitment_pause p join commitment c on c.id = commitment_id
    where c.settled_at is null and (until_at is distinct from limit_at or (select count(*) from event where subject_id = c.id and type = 'commitment.resumed') <> 1)`,
  );
  await none(
    arena,
    'the row says otherwise than the journal',
    `select c.id from commitment c where climbed <> coalesce((select max(number) from (${CLIMBED}) e where e.id = c.id), 0)`,
  );
}

async function quiet(arena: Arena): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    const [row] = await query<{ n: number }>(
      arena,
      'select count(*)::int as n from commitment where next_fire_at is not null',
    );
    if (row!.n === 0) return;
    await sleep(100);
  }
  assert.fail('after a minute something is still due');
}

test(
  `${KILLS} random kills of nodes and PostgreSQL under load lose nothing, double nothing, hurry nothing`,
  { timeout: 240_000 },
  async (t) => {
    t.diagnostic(`SEED=${seed}`);
    console.log(`crash test: SEED=${seed}`);
    const next = random(seed);
    const directory = mkdtempSync(join(tmpdir(), 'huiyin-crash-'));
    const server = await startEmbeddedPostgres({ directory, durable: true, temporary: true, settings: SETTINGS });
    const began = performance.now();
    await buildStage(server.url);
    const database = openDatabase({ url: server.url, connections: 4, name: 'load' });
    const settings = await database.pool.query(
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')`,
    );
    assert.deepEqual(new Set(settings.rows.map((row) => row.setting)), new Set(['on']), 'the server is durable');
    const arena: Arena = {
      cache: join(directory, 'compiled'),
      server,
      stage: await readStage(database),
      database,
      live: await openLive({ pool: database.pool, url: server.url, log: () => {} }),
      nodes: [],
      acknowledged: [],
      lost: 0,
      died: [],
      over: false,
    };
    try {
      for (let index = 0; index < NODES; index += 1) spawnNode(arena, index);
      const loading = Promise.all([load(arena, random(seed + 1)), load(arena, random(seed + 2))]);
      await sleep(1_500);
      const victims = new Map<string, number>();
      for (let kill = 0; kill < KILLS; kill += 1) {
        const who = await killSomebody(arena, next);
        victims.set(who, (victims.get(who) ?? 0) + 1);
        await catchBreath(arena, next);
      }
      arena.over = true;
      await loading;
      arena.over = false;
      for (let index = 0; index < NODES; index += 1) if (!arena.nodes[index]) spawnNode(arena, index);
      await quiet(arena);
      assert.deepEqual(arena.died, []);
      await everythingOnce(arena);
      const [figures] = await query<Record<string, number>>(
        arena,
        `select (select count(*)::int from commitment) as promises, (select count(*)::int from told) as told,
      (select count(distinct node)::int from told) as nodes, (select count(*)::int from commitment_pause) as pauses, (select count(*)::int from commitment where state = 'kept') as kept,
      (select round(extract(epoch from max(told_at - at)) * 1000)::int from told) as latest_ms,
      (select round(extract(epoch from percentile_disc(0.5) within group (order by told_at - at)) * 1000)::int from told) as median_ms`,
      );
      const summary = {
        ...figures,
        acknowledged: arena.acknowledged.length,
        lostCommands: arena.lost,
        killed: Object.fromEntries(victims),
        seconds: Math.round((performance.now() - began) / 1000),
      };
      console.log(`crash test: ${JSON.stringify(summary)}`);
      assert.ok(figures!['told']! > 20 * KILLS, 'there was a load');
      assert.equal(figures!['nodes'], NODES, 'every node took part');
      assert.ok(
        [...victims.values()].reduce((sum, one) => sum + one, 0) === KILLS && (KILLS < 20 || victims.size === 3),
      );
    } finally {
      arena.over = true;
      for (const node of arena.nodes) node?.kill('SIGKILL');
      await arena.live.stop();
      await database.close();
      await server.stop();
    }
  },
);
