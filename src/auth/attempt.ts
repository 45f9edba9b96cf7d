import type { Database } from '../platform/db.ts';
import { sql } from 'kysely';
import { TooMany } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { between, MINUTE, plus, SECOND } from '../kernel/time.ts';
import { digest } from './digest.ts';

/** Failures older than this no longer count. */
const WINDOW = 15 * MINUTE;

/**
 * How many failures in a quarter of an hour close a way in. The narrow count stops a guesser; the wide ones stop one
 * who changes address or account, and are generous, for an office shares an address and nobody shall lock a
 * colleague out by typing his name.
 */
const MOST = { both: 5, account: 30, address: 60 };

export type Attempt = { account: string; address: string };

function counters(attempt: Attempt): { key: string; most: number }[] {
  const account = attempt.account.toLowerCase();
  return [
    { key: digest(`both ${account} ${attempt.address}`), most: MOST.both },
    { key: digest(`account ${account}`), most: MOST.account },
    { key: digest(`address ${attempt.address}`), most: MOST.address },
  ].sort((one, other) => (one.key < other.key ? -1 : 1));
}

/**
 * Counts an attempt as failed before it is tried, so that a hundred at once are a hundred; refuses it with TooMany and
 * the seconds to wait where a count is full. Call `succeeded` when it turns out well.
 */
export async function attempted(database: Database, schema: string, attempt: Attempt, now: Instant): Promise<void> {
  const expired = plus(now, -WINDOW);
  await database.transact(schema, async (tx) => {
    for (const { key, most } of counters(attempt)) {
      const { rows } = await sql<{ failures: number; since: Instant }>`
        insert into sign_in_attempt as known (key, failures, since) values (${key}, 1, ${now})
        on conflict (key) do update set
          failures = case when known.since <= ${expired} then 1 else known.failures + 1 end,
          since = case when known.since <= ${expired} then excluded.since else known.since end
        returning failures, since`.execute(tx);
      const { failures, since } = rows[0]!;
      // thrown inside: a refused attempt is not counted, or knocking on a closed door would keep it closed
      if (failures > most) {
        const wait = between(now, plus(since, WINDOW));
        throw new TooMany('sign_in.too_many', {
          retryAfter: Math.ceil(wait / SECOND),
          minutes: Math.ceil(wait / MINUTE),
        });
      }
    }
  });
}

/** Takes the attempt back: it was no failure. Forgets, on the way, what no longer counts for anybody. */
export async function succeeded(database: Database, schema: string, attempt: Attempt, now: Instant): Promise<void> {
  const keys = counters(attempt).map(({ key }) => key);
  await database.transact(schema, async (tx) => {
    for (const key of keys)
      await tx
        .updateTable('sign_in_attempt')
        .set((row) => ({ failures: row('failures', '-', 1) }))
        .where('key', '=', key)
        .execute();
    // skips what another sign-in holds: waiting for it in this order could be waiting for each other
    await sql`delete from sign_in_attempt where key in (select key from sign_in_attempt
      where failures <= 0 or since <= ${plus(now, -WINDOW)} limit 100 for update skip locked)`.execute(tx);
  });
}
