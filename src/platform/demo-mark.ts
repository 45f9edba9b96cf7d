import type pg from 'pg';
import { SHARED_SCHEMA } from './migrate.ts';

const MARK = 'the demo is being made';
export const DEMO_SLUG = 'demo';

/**
 * Makes the demo in a database that holds no organisation; answers whether it did. That takes many transactions, and
 * whoever interrupts them must not be left with half a demo: it is marked in the database before it begins, the mark
 * goes when it is done, and what is found under the mark is cleared away. Two that want to make it take turns.
 */
export async function makeMarked(pool: pg.Pool, make: () => Promise<unknown>): Promise<boolean> {
  return inTurn(pool, async (client) => {
    await clearAway(client);
    const { rowCount } = await client.query(`select from ${SHARED_SCHEMA}.organisation limit 1`);
    if (rowCount !== 0) return false;
    await client.query(`comment on schema ${SHARED_SCHEMA} is '${MARK}'`);
    await make();
    // this commit waits for the disk, and so for everything before it
    await client.query('set synchronous_commit = on');
    await client.query(`comment on schema ${SHARED_SCHEMA} is null`);
    return true;
  });
}

/** Clears away half a demo, where somebody was interrupted. */
export async function clearInterrupted(pool: pg.Pool): Promise<void> {
  if (await isMarked(pool)) await inTurn(pool, clearAway);
}

/** Whether somebody began to make the demo and did not end, or is still at it. */
export async function isMarked(client: pg.Pool | pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ mark: string | null }>(
    `select obj_description(to_regnamespace('${SHARED_SCHEMA}'), 'pg_namespace') as mark`,
  );
  return rows[0]!.mark === MARK;
}

async function inTurn<Result>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query(`set statement_timeout = 0; select pg_advisory_lock(hashtext('huiyin.demo'))`);
    return await work(client);
  } finally {
    // not given back to the pool: its end is what frees the lock, however it comes
    client.release(true);
  }
}

/** Only what stands under the demo's own name, and only where the mark stands. */
async function clearAway(client: pg.ClientBase): Promise<void> {
  if (!(await isMarked(client))) return;
  const { rows } = await client.query<{ schema: string }>(
    `select schema from ${SHARED_SCHEMA}.organisation where slug = $1`,
    [DEMO_SLUG],
  );
  await client.query('begin');
  for (const { schema } of rows) {
    await client.query(`delete from ${SHARED_SCHEMA}.organisation where schema = $1`, [schema]);
    await client.query(`delete from ${SHARED_SCHEMA}.applied_migration where schema = $1`, [schema]);
    await client.query(`drop schema if exists "${schema}" cascade`);
  }
  await client.query(`comment on schema ${SHARED_SCHEMA} is null; commit`);
}
