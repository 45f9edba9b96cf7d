import { sql } from 'kysely';
import type { Clock } from '../../kernel/time.ts';
import { DAY, HOUR, MINUTE, plus } from '../../kernel/time.ts';
import type { Organisation } from '../context.ts';
import type { Database } from '../db.ts';

/** A telephone comes back from a dead spot within days; later its writes are known by the ids it made itself. */
export const ANSWERS_KEPT = 7 * DAY;

/** In one transaction; what another node is just forgetting is left to it. */
const BATCH = 1_000;

type Parts = {
  database: Database;
  clock: Clock;
  organisations(): Promise<Organisation[]>;
  log(line: string): void;
};

/** Forgets the answers kept for repeated writes once nobody will repeat them: they hold what was answered, names too. */
export async function forgetAnswers({ database, clock, organisations }: Omit<Parts, 'log'>): Promise<void> {
  const before = plus(clock.now(), -ANSWERS_KEPT);
  for (const { schema } of await organisations()) {
    const forgetSome = () =>
      database.transact(schema, async (tx) => {
        const { numAffectedRows } = await sql`delete from idempotent_request where (person_id, key) in (
          select person_id, key from idempotent_request where at < ${before} limit ${BATCH} for update skip locked)`.execute(
          tx,
        );
        return Number(numAffectedRows ?? 0);
      });
    while ((await forgetSome()) === BATCH);
  }
}

/** Does so soon after the start and every hour. */
export function startForgetting(parts: Parts): { stop(): Promise<void> } {
  let turn: Promise<void> = Promise.resolve();
  const forget = (): void => {
    turn = turn.then(() =>
      forgetAnswers(parts).catch((fault: Error) => parts.log(`Old answers are still kept: ${fault.message}`)),
    );
  };
  const first = setTimeout(forget, MINUTE);
  const hourly = setInterval(forget, HOUR);
  return {
    async stop() {
      clearTimeout(first);
      clearInterval(hourly);
      await turn;
    },
  };
}
