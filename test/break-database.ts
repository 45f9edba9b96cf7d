import type pg from 'pg';
import type { World } from './world.ts';

/** The connection breaks at the n-th statement from now on: before it is done, or after. Answers with what mends it, which says whether it came to that. */
export function breakAt(world: World, at: number, after: boolean): () => boolean {
  const { pool } = world.database;
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;
  let no = 0;
  let armed = true;
  pool.connect = (async () => {
    const client = await connect();
    const query = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>;
    client.query = (async (...given: unknown[]) => {
      if (armed) no += 1;
      if (!armed || no !== at) return query(...given);
      if (after) await query(...given);
      throw new Error('killed');
    }) as never;
    return client;
  }) as never;
  return () => {
    armed = false;
    pool.connect = connect as never;
    return no >= at;
  };
}
