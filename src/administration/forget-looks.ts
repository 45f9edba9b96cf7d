import { sql } from 'kysely';
import type { Forgetting } from '../platform/forget-rows.ts';
import { forgetRows } from '../platform/forget-rows.ts';

const BATCH = 1_000;

const TOO_OLD = ({ clock }: Forgetting) => sql`hour < ${clock.now()}::timestamptz - make_interval(days => coalesce(
  (select (content ->> 'keepLooksDays')::int from settings_version order by version desc limit 1), 180))`;

/** Forgets who looked at whose data once it is older than the settings keep it: 180 days, unless said longer. */
export async function forgetLooks(parts: Forgetting): Promise<void> {
  await forgetRows(
    parts,
    BATCH,
    sql`delete from look where (customer_id, hour, person_id, way) in (
      select customer_id, hour, person_id, way from look
      where ${TOO_OLD(parts)} limit ${BATCH} for update skip locked)`,
  );
  await forgetRows(
    parts,
    BATCH,
    sql`delete from member_look where (member_id, hour, person_id) in (
      select member_id, hour, person_id from member_look
      where ${TOO_OLD(parts)} limit ${BATCH} for update skip locked)`,
  );
}
