import { sql } from 'kysely';
import { DAY, plus } from '../../kernel/time.ts';
import type { Forgetting } from '../forget-rows.ts';
import { forgetRows } from '../forget-rows.ts';

/** A telephone comes back from a dead spot within days; later its writes are known by the ids it made itself. */
export const ANSWERS_KEPT = 7 * DAY;

/** In one transaction; what another node is just forgetting is left to it. */
const BATCH = 1_000;

/** Forgets the answers kept for repeated writes once nobody will repeat them: they hold what was answered, names too. */
export function forgetAnswers(parts: Forgetting): Promise<void> {
  const before = plus(parts.clock.now(), -ANSWERS_KEPT);
  return forgetRows(
    parts,
    BATCH,
    sql`delete from idempotent_request where (person_id, key) in (
      select person_id, key from idempotent_request where at < ${before} limit ${BATCH} for update skip locked)`,
  );
}
