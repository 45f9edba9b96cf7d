import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { fireBatch } from '../../src/commitment/fire.ts';
import { startCommitments } from '../../src/commitment/commands/start-commitments.ts';
import type { Epoch } from '../../src/kernel/time.ts';
import { DAY, epochOf, instantOf, plus, systemClock } from '../../src/kernel/time.ts';
import { noSignals } from '../../src/platform/context.ts';
import type { Database, Tx } from '../../src/platform/db.ts';
import { openDatabase } from '../../src/platform/db.ts';
import type { Stage } from '../engine-world.ts';
import { buildStage, contextIn, engineOn, LADDER, NOTICE, promiseOn, readStage } from '../engine-world.ts';

/**
 * How fast the commitment engine is. Each function takes the address of a database made by `prepareEngineBench` and answers with
 * figures; `node test/bench/engine.ts URL` runs them all on an empty database and prints them.
 */
type Bench = { database: Database; stage: Stage; url: string };

/** Makes an organisation in an empty database. */
export async function prepareEngineBench(url: string): Promise<void> {
  await buildStage(url);
}

async function withBench<Figures>(url: string, work: (bench: Bench) => Promise<Figures>): Promise<Figures> {
  const database = openDatabase({ url, connections: 6, name: 'bench' });
  try {
    return await work({ database, stage: await readStage(database), url });
  } finally {
    await database.close();
  }
}

/** Runs in the organisation's schema, outside the sixty seconds a request may take. */
async function long<Result>({ database, stage }: Bench, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return database.transact(stage.organisation.schema, async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx);
    return work(tx);
  });
}

async function count(bench: Bench, what: string): Promise<number> {
  const answer = await long(bench, (tx) =>
    sql<{ n: number }>`select count(*)::int as n from ${sql.raw(what)}`.execute(tx),
  );
  return answer.rows[0]!.n;
}

export async function emptyBench(bench: Bench): Promise<void> {
  await long(bench, (tx) => sql`truncate commitment, commitment_pause, event, notification, told`.execute(tx));
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Ids in the order of their rows, as UUIDv7 are. */
const ordered = (now: Epoch) =>
  sql`(lpad(to_hex(${now}::bigint + n), 12, '0') || substr(md5(n::text || random()::text), 1, 20))::uuid`;

/** Adds open promises, due over the next ninety days and none within an hour, by copying one that a command made. */
async function addOpen(bench: Bench, many: number): Promise<void> {
  const now = systemClock.now();
  await long(bench, async (tx) => {
    // a million foreign keys looked up one by one would take minutes; all rows refer to what the first refers to
    await sql`set local session_replication_role = replica`.execute(tx);
    const [one] = await startCommitments(
      contextIn(tx, now, bench.stage.organisation, async () => {}, noSignals()),
      [promiseOn(bench.stage, now, { limit: { allowance: { text: 'P30D', basis: 'clock' }, ladder: LADDER } })],
    );
    await sql`
      insert into commitment (id, kind, subject_type, subject_id, ticket_id, owner_id, department_id, centre_id, calendar_id, calendar_version,
        allowance, basis, started_at, due_at, state, ladder, next_fire_at)
      select ${ordered(epochOf(now))}, kind, subject_type, ${ordered(epochOf(now))}, null, owner_id, department_id, centre_id, calendar_id, calendar_version,
        allowance, basis, started_at, ${plus(now, DAY)}::timestamptz + n * ${`${(90 * 86_400) / many} seconds`}::interval, state, ladder,
        ${plus(now, DAY / 24)}::timestamptz + n * ${`${(90 * 86_400) / many} seconds`}::interval
      from commitment c, generate_series(1, ${many - 1}::int) n where c.id = ${one!.id}`.execute(tx);
  });
  await bench.database.pool.query(`vacuum analyze ${bench.stage.organisation.schema}.commitment`);
}

async function tickTimes(bench: Bench, ticks: number): Promise<number[]> {
  const engine = engineOn(bench.database, systemClock, { onRungs: async () => {}, onPauseEnded: async () => {} });
  const times: number[] = [];
  for (let tick = 0; tick < ticks; tick += 1) {
    const began = performance.now();
    const { claimed } = await fireBatch(engine, bench.stage.organisation);
    times.push(performance.now() - began);
    if (claimed > 0) throw new Error('something was due in an idle tick');
  }
  return times;
}

export type IdleFigures = { open: number; medianMs: number; p95Ms: number }[];

/** What it costs to look when nothing is due, with few and with many promises open. */
export function idleTick(
  url: string,
  sizes: readonly number[] = [10_000, 1_000_000],
  ticks = 400,
): Promise<IdleFigures> {
  return withBench(url, async (bench) => {
    const figures: IdleFigures = [];
    await emptyBench(bench);
    let made = 0;
    for (const size of sizes) {
      await addOpen(bench, size - made);
      made = size;
      await tickTimes(bench, 50);
      const times = await tickTimes(bench, ticks);
      const open = await count(bench, 'commitment where settled_at is null');
      figures.push({ open, medianMs: round(percentile(times, 0.5)), p95Ms: round(percentile(times, 0.95)) });
    }
    await emptyBench(bench);
    return figures;
  });
}

type Nodes = { committed: Map<string, Epoch>; stop(): void };

/** Nodes in processes of their own; `committed` says when the firing of each commitment was committed. */
async function startNodes(bench: Bench, many: number): Promise<Nodes> {
  const committed = new Map<string, Epoch>();
  const children: ChildProcess[] = [];
  const ready = Array.from({ length: many }, (_, index) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'timer-node.ts'), bench.url, `${index}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    return new Promise<void>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`bench node ${index} ended (${code})`)));
      createInterface(child.stdout!).on('line', (line) => {
        const said = JSON.parse(line) as 'ready' | { at: Epoch; ids: string[] };
        if (said === 'ready') return resolve();
        for (const id of said.ids) if (!committed.has(id)) committed.set(id, said.at);
      });
    });
  });
  await Promise.all(ready);
  return {
    committed,
    stop: () => {
      for (const child of children) child.removeAllListeners('exit').kill('SIGTERM');
    },
  };
}

/** Starts promises by the ordinary command whose one rung stands at these moments. */
async function dueAt(bench: Bench, moments: readonly Epoch[]): Promise<Map<string, Epoch>> {
  const due = new Map<string, Epoch>();
  for (let from = 0; from < moments.length; from += 500) {
    const now = systemClock.now();
    const rows = await long(bench, (tx) =>
      startCommitments(
        contextIn(tx, now, bench.stage.organisation, async () => {}, noSignals()),
        moments
          .slice(from, from + 500)
          .map((at) => promiseOn(bench.stage, now, { limit: { dueAt: instantOf(at), ladder: [NOTICE] } })),
      ),
    );
    for (const row of rows) due.set(row.id, epochOf(row.due_at));
  }
  return due;
}

export type FiringFigures = {
  rungs: number;
  nodes: number;
  /** Counted in the database: each must be `rungs`, and `distinct` too. */
  events: number;
  notices: number;
  notifications: number;
  distinct: number;
  /** After its own moment, at commit. */
  medianMs: number;
  p99Ms: number;
  lastMs: number;
  early: number;
};

async function fired(
  bench: Bench,
  moments: readonly Epoch[],
  nodes: number,
  patienceMs: number,
): Promise<FiringFigures> {
  const due = await dueAt(bench, moments);
  await bench.database.pool.query(`analyze ${bench.stage.organisation.schema}.commitment`);
  const first = Math.min(...moments);
  if (epochOf(systemClock.now()) > first - 3_000)
    throw new Error('too slow: the first was due before the nodes could start');
  const running = await startNodes(bench, nodes);
  const until = Math.max(...moments) + patienceMs;
  while (running.committed.size < due.size && epochOf(systemClock.now()) < until) await sleep(50);
  running.stop();
  const late = [...due].map(([id, at]) => (running.committed.get(id) ?? Infinity) - at);
  const figures = {
    rungs: due.size,
    nodes,
    events: await count(bench, `event where type = 'commitment.climbed'`),
    notices: await count(bench, 'told'),
    notifications: await count(bench, 'notification'),
    distinct: await count(bench, '(select distinct commitment_id from told) t'),
    medianMs: percentile(late, 0.5),
    p99Ms: percentile(late, 0.99),
    lastMs: Math.max(...late),
    early: await count(bench, 'told where told_at < at'),
  };
  await emptyBench(bench);
  return figures;
}

/** So many rungs due within one second, on two nodes. */
export function burst(url: string, { rungs = 10_000, nodes = 2 } = {}): Promise<FiringFigures> {
  return withBench(url, async (bench) => {
    await emptyBench(bench);
    const from = epochOf(systemClock.now()) + 8_000 + rungs;
    return fired(
      bench,
      Array.from({ length: rungs }, (_, n) => from + Math.floor((n * 1_000) / rungs)),
      nodes,
      30_000,
    );
  });
}

/** So many rungs due every second, for a while, on two nodes. */
export function steady(url: string, { perSecond = 200, seconds = 60, nodes = 2 } = {}): Promise<FiringFigures> {
  return withBench(url, async (bench) => {
    await emptyBench(bench);
    const rungs = perSecond * seconds;
    const from = epochOf(systemClock.now()) + 8_000 + rungs;
    return fired(
      bench,
      Array.from({ length: rungs }, (_, n) => from + Math.floor((n * 1_000) / perSecond)),
      nodes,
      30_000,
    );
  });
}

if (import.meta.main) {
  const url = process.argv[2];
  if (!url) throw new Error('node test/bench/engine.ts URL-OF-AN-EMPTY-DATABASE');
  await prepareEngineBench(url);
  console.log('burst', await burst(url));
  console.log('steady', await steady(url));
  console.log('idle tick', await idleTick(url));
}
