import { sql } from 'kysely';
import { DAY, plus } from '../../kernel/time.ts';
import type { Forgetting } from '../forget-rows.ts';
import { forgetRows } from '../forget-rows.ts';

/** A photo is sent as it is taken; the report that names it may wait on a telephone as long as any write (forget-answers.ts). */
export const UPLOADS_KEPT = 7 * DAY;

/** In one transaction, with some MB each; what is just being attached is left alone. */
const BATCH = 50;

/** Forgets uploads that were given to nothing and that no half-typed report names either. */
export function forgetFiles(parts: Forgetting): Promise<void> {
  const before = plus(parts.clock.now(), -UPLOADS_KEPT);
  return forgetRows(
    parts,
    BATCH,
    sql`delete from file where id in (
      select f.id from file f where f.subject_id is null and f.at < ${before}
        and not exists (select from draft d where position(f.id::text in d.content::text) > 0)
      limit ${BATCH} for update of f skip locked)`,
  );
}
