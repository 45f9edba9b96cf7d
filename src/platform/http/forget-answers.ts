import { sql } from 'kysely';
import { DAY, plus } from '../../kernel/time.ts';
import type { Forgetting } from '../forgetting.ts';

/** A telephone comes back from a dead spot within days; later its writes are known by the ids it made itself. */
export const ANSWERS_KEPT = 7 * DAY;

/** In one transaction; what another node is just forgetting is left to it. */
const BATCH = 1_000;

/** Forgets the answers kept for repeated writes once nobody will repeat them: they hold what was answered, names too. */
export async function forgetAnswers({ database, clock, organisations }: Forgetting): Promise<void> {
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
