import type { RawBuilder } from 'kysely';
import type { Clock } from '../kernel/time.ts';
import type { Organisation } from './context.ts';
import type { Database } from './db.ts';

export type Forgetting = {
  database: Database;
  clock: Clock;
  organisations(): Promise<Organisation[]>;
};

/** Runs a `deletion` of at most `batch` rows in every organisation, each in a transaction of its own, until it finds no more. */
export async function forgetRows(
  { database, organisations }: Forgetting,
  batch: number,
  deletion: RawBuilder<unknown>,
): Promise<void> {
  for (const { schema } of await organisations()) {
    const forgetSome = () =>
      database.transact(schema, async (tx) => Number((await deletion.execute(tx)).numAffectedRows ?? 0));
    while ((await forgetSome()) === batch);
  }
}
