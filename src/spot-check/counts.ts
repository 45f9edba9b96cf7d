import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Tx } from '../platform/tx.ts';

/** Of a check: how many records were drawn and looked at, and how many of these have a failed line. */
export type Counts = { drawn: number; looked: number; failed: number };

export async function countsOf(tx: Tx, ids: readonly Id<'spot_check'>[]): Promise<Map<Id<'spot_check'>, Counts>> {
  const { rows } = await sql<Counts & { id: Id<'spot_check'> }>`
    select c.id, count(i.id)::int as drawn, count(i.looked_at)::int as looked,
      (count(*) filter (where exists (select from spot_check_result r where r.item_id = i.id and not r.passed)))::int as failed
    from unnest(${ids}::uuid[]) as c(id) left join spot_check_item i on i.spot_check_id = c.id group by c.id`.execute(
    tx,
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
