import { sql } from 'kysely';
import { DAY, plus } from '../../kernel/time.ts';
import type { Forgetting } from '../forgetting.ts';

/** A photo is sent as it is taken; the report that names it may wait on a telephone as long as any write (forget-answers.ts). */
export const UPLOADS_KEPT = 7 * DAY;

/** In one transaction, with some MB each; what is just being attached is left alone. */
const BATCH = 50;

/** Forgets uploads that were given to nothing and that no half-typed report names either. */
export async function forgetFiles({ database, clock, organisations }: Forgetting): Promise<void> {
  const before = plus(clock.now(), -UPLOADS_KEPT);
  for (const { schema } of await organisations()) {
    const forgetSome = () =>
      database.transact(schema, async (tx) => {
        const { numAffectedRows } = await sql`delete from file where id in (
          select f.id from file f where f.subject_id is null and f.at < ${before}
            and not exists (select from draft d where position(f.id::text in d.content::text) > 0)
          limit ${BATCH} for update of f skip locked)`.execute(tx);
        return Number(numAffectedRows ?? 0);
      });
    while ((await forgetSome()) === BATCH);
  }
}
