import type pg from 'pg';

const SWEEP = 15_000;

/** The lock that says that a pool of workers lives; it ends with its node's connection. */
export function lockOf(pool: string): string {
  return `huiyin.worker.${pool}`;
}

/**
 * The job runner frees what a dead worker had taken only after four hours. A dead node's lock is gone at once, so the
 * survivors free its jobs, once they have found the lock missing twice: the first time it may just be about to be taken.
 */
export function watchForDead(pool: pg.Pool, log: (line: string) => void, every = SWEEP): { stop(): Promise<void> } {
  let suspects = new Set<string>();
  let sweeping: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    sweeping = sweeping.then(async () => {
      try {
        suspects = await sweep(pool, suspects, log);
      } catch {
        // the database is away; there is nothing to free until it is back
      }
    });
  }, every);
  return {
    async stop() {
      clearInterval(timer);
      await sweeping;
    },
  };
}

/** Frees the jobs of those who were suspected before and still hold no lock; answers whom to suspect now. */
export async function sweep(pool: pg.Pool, suspects: Set<string>, log: (line: string) => void): Promise<Set<string>> {
  const { rows } = await pool.query<{ pool: string; dead: boolean }>(`
    with busy as (select distinct locked_by as pool from graphile_worker.jobs where locked_by is not null)
    select pool, pg_try_advisory_xact_lock(hashtext('${lockOf('')}' || pool)) as dead from busy`);
  const missing = rows.filter((row) => row.dead).map((row) => row.pool);
  const dead = missing.filter((id) => suspects.has(id));
  if (dead.length > 0) {
    await pool.query('select graphile_worker.force_unlock_workers($1::text[])', [dead]);
    log(`Freed the jobs of ${dead.length === 1 ? 'a node' : `${dead.length} nodes`} that went away.`);
  }
  return new Set(missing.filter((id) => !dead.includes(id)));
}
