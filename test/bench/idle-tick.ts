import { sql } from 'kysely';
import { startCommitments } from '../../src/commitment/commands/start-commitments.ts';
import { fireBatch } from '../../src/commitment/fire.ts';
import { DAY, plus, systemClock } from '../../src/kernel/time.ts';
import { noSignals } from '../../src/platform/context.ts';
import type { Database } from '../../src/platform/db.ts';
import { openDatabase } from '../../src/platform/db.ts';
import { freshDatabase } from '../database.ts';
import type { Stage } from '../engine-world.ts';
import { buildStage, contextIn, engineOn, LADDER, promiseOn, readStage } from '../engine-world.ts';
import type { Outcome, Part, Setting } from './bench.ts';
import { percentile, rounded } from './bench.ts';

type Bench = { database: Database; stage: Stage };

/** Adds open promises, due over the next ninety days and none within an hour, by copying one that a command made. */
async function addOpen({ database, stage }: Bench, many: number): Promise<void> {
  const now = systemClock.now();
  const apart = `${(90 * 86_400) / many} seconds`;
  await database.transact(stage.organisation.schema, async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx);
    const [one] = await startCommitments(
      contextIn(tx, now, stage.organisation, async () => {}, noSignals()),
      [promiseOn(stage, now, { limit: { allowance: { text: 'P30D', basis: 'clock' }, ladder: LADDER } })],
    );
    await sql`
      insert into commitment (id, kind, subject_type, subject_id, ticket_id, owner_id, department_id, centre_id, calendar_id, calendar_version,
        allowance, basis, started_at, due_at, state, ladder, next_fire_at)
      select gen_random_uuid(), kind, subject_type, gen_random_uuid(), null, owner_id, department_id, centre_id, calendar_id, calendar_version,
        allowance, basis, started_at, ${plus(now, DAY)}::timestamptz + n * ${apart}::interval, state, ladder,
        ${plus(now, DAY / 24)}::timestamptz + n * ${apart}::interval
      from commitment c, generate_series(1, ${many - 1}::int) n where c.id = ${one!.id}`.execute(tx);
  });
  const client = await database.pool.connect();
  await client.query('set statement_timeout = 0');
  await client.query(`vacuum analyze ${stage.organisation.schema}.commitment`);
  client.release(true);
}

async function tickTimes({ database, stage }: Bench, ticks: number): Promise<number[]> {
  const engine = engineOn(database, systemClock, { onRungs: async () => {}, onPauseEnded: async () => {} });
  const times: number[] = [];
  for (let tick = 0; tick < ticks; tick += 1) {
    const began = performance.now();
    const { claimed } = await fireBatch(engine, stage.organisation);
    times.push(performance.now() - began);
    if (claimed > 0) throw new Error('something was due in an idle tick');
  }
  return times;
}

async function openNow({ database, stage }: Bench): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(
    `select count(*)::int as n from ${stage.organisation.schema}.commitment where settled_at is null`,
  );
  return rows[0]!.n;
}

/** What it costs to look when nothing is due, with few and with many promises open. */
async function measure(
  bench: Bench,
  sizes: readonly number[],
  ticks: number,
): Promise<{ open: number; p50: number; p95: number }[]> {
  const figures = [];
  let made = 0;
  for (const size of sizes) {
    await addOpen(bench, size - made);
    made = size;
    await tickTimes(bench, ticks / 10);
    const times = await tickTimes(bench, ticks);
    figures.push({ open: await openNow(bench), p50: percentile(times, 0.5), p95: percentile(times, 0.95) });
  }
  return figures;
}

async function run({ quick }: Setting): Promise<Outcome> {
  const fresh = await freshDatabase();
  await buildStage(fresh.url);
  const database = openDatabase({ url: fresh.url, connections: 4, name: 'bench' });
  try {
    const bench = { database, stage: await readStage(database) };
    const [few, many] = await measure(bench, quick ? [1_000, 20_000] : [10_000, 1_000_000], quick ? 200 : 1_000);
    const ratio = many!.p50 / few!.p50;
    return {
      lines: [
        {
          what: `idle tick with ${many!.open.toLocaleString('en')} open commitments, median`,
          asked: `≤ 1.5 × that with ${few!.open.toLocaleString('en')}`,
          measured: `${rounded(many!.p50)} ms, ${rounded(ratio)} × (${rounded(few!.p50)} ms)`,
          meets: ratio <= 1.5,
        },
      ],
      sizes: { 'open commitments, few': few!.open, 'open commitments, many': many!.open },
      notes: [`One after the other; p95 ${rounded(many!.p95)} ms and ${rounded(few!.p95)} ms.`],
    };
  } finally {
    await database.close();
    await fresh.drop();
  }
}

export const idleTick: Part = { name: 'idle', about: 'An idle tick of the clock', run };
