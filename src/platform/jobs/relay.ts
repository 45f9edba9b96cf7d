import { sql } from 'kysely';
import type { Clock, Instant } from '../../kernel/time.ts';
import type { Organisation } from '../context.ts';
import type { Database } from '../db.ts';
import type { Tx } from '../tx.ts';
import { soonest } from '../context.ts';
import type { Bus } from '../live/bus.ts';
import { startOutboxSleeper } from './sleeper.ts';

/** How many are handed over in one transaction. */
const BATCH = 200;
export type RelayParts = {
  database: Database;
  organisations(): Promise<Organisation[]>;
  clock: Clock;
  bus: Bus;
  log(line: string): void;
};

export type Relay = { stop(): Promise<void> };

/** Hands outward work that has fallen due to the job runner, sleeping until the next falls due. */
export function startRelay(parts: RelayParts): Relay {
  return startOutboxSleeper({
    clock: parts.clock,
    bus: parts.bus,
    work: () => handOverAll(parts),
    onFault: (fault) => parts.log(`Outward work waits: ${fault.message}`),
  });
}

/** Hands over all that is due, of every organisation; answers when the next falls due. */
export async function handOverAll(
  parts: Pick<RelayParts, 'database' | 'organisations' | 'clock'>,
): Promise<Instant | null> {
  let next: Instant | null = null;
  for (const organisation of await parts.organisations()) {
    while ((await handOver(parts, organisation)) === BATCH);
    next = soonest(next, await nextDue(parts.database, organisation));
  }
  return next;
}

/**
 * Two schemas, so two transactions: the job is added first, under the row's id as its key, then the row is marked.
 * Whatever happens in between only has the job added again, and a job that finds its row gone does nothing.
 */
async function handOver(
  { database, clock }: Pick<RelayParts, 'database' | 'clock'>,
  organisation: Organisation,
): Promise<number> {
  return database.transact(organisation.schema, async (tx) => {
    const due = await claim(tx, clock.now());
    if (due.length === 0) return 0;
    await database.pool.query(ADD_JOBS, [organisation.id, due.map((row) => row.id), due.map((row) => row.task)]);
    await tx
      .updateTable('outbox')
      .set({ handed_at: clock.now() })
      .where(
        'id',
        'in',
        due.map((row) => row.id),
      )
      .execute();
    return due.length;
  });
}

function claim(tx: Tx, now: Instant): Promise<{ id: string & { __thing: 'outbox' }; task: string }[]> {
  return tx
    .selectFrom('outbox')
    .select(['id', 'task'])
    .where('handed_at', 'is', null)
    .where('run_at', '<=', now)
    .orderBy('run_at')
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** The job carries ids only: what it is about stays in the organisation's own schema. */
const ADD_JOBS = `select count(*) from graphile_worker.add_jobs(array(
  select (task, json_build_object('organisation', $1::text, 'outbox', id), null, null, null, id, null, null)::graphile_worker.job_spec
  from unnest($2::text[], $3::text[]) as due (id, task)))`;

async function nextDue(database: Database, organisation: Organisation): Promise<Instant | null> {
  const { rows } = await database.read(organisation.schema, (tx) =>
    sql<{ at: Instant | null }>`select min(run_at) as at from outbox where handed_at is null`.execute(tx),
  );
  return rows[0]!.at;
}
