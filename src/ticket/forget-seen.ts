import { sql } from 'kysely';
import { DAY, plus } from '../kernel/time.ts';
import type { Forgetting } from '../platform/forget-rows.ts';
import { forgetRows } from '../platform/forget-rows.ts';

/** Who asks again after that long reads the ticket from its beginning. */
export const SEEN_KEPT = 90 * DAY;

const BATCH = 1_000;

/** Forgets who had seen what of a ticket once it has been closed for long and nobody looked since. */
export function forgetSeen(parts: Forgetting): Promise<void> {
  const before = plus(parts.clock.now(), -SEEN_KEPT);
  return forgetRows(
    parts,
    BATCH,
    sql`delete from ticket_seen where (person_id, ticket_id) in (
      select s.person_id, s.ticket_id from ticket_seen s join ticket t on t.id = s.ticket_id
      where s.until_at < ${before}::timestamptz and t.closed_at < ${before}::timestamptz
      order by s.until_at limit ${BATCH} for update of s skip locked)`,
  );
}
