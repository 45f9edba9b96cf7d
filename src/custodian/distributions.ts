import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import { can } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { reachOf } from '../organisation/reach.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { whyNotUndo } from './custodian.ts';
import type { DistributionsQuery } from './inputs.ts';
import type { CustodianDistributionTable } from './table.ts';
import type { DistributionLine, distributionsOut } from './view.ts';

type Row = Selectable<CustodianDistributionTable> & { customers: number; standing: number };

/** What was given in one act each, the newest first, and whether it was undone. */
export async function listDistributions(
  context: Context,
  query: DistributionsQuery,
): Promise<z.input<typeof distributionsOut>> {
  const reach = reachOf(context.actor, 'customer.assign');
  const wanted = [reach?.all ? sql`true` : sql`d.centre_id = any(${reach?.centres ?? []}::uuid[])`];
  if (query.from) wanted.push(sql`d.at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`d.at < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(d.at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<Row>`
    select d.*, n.customers, n.standing from custodian_distribution d
    cross join lateral (select count(*)::int as customers, (count(*) filter (where u.until_at is null))::int as standing
      from custodian u where u.distribution_id = d.id) n
    where ${sql.join(wanted, sql` and `)} order by d.at desc, d.id desc limit ${query.limit + 1}`.execute(context.tx);
  const names = await personNames(context);
  return page(
    rows,
    query.limit,
    (row): DistributionLine => ({
      id: row.id,
      whom: row.whom,
      why: row.why,
      by: named(names, row.by_id),
      at: row.at,
      customers: row.customers,
      standing: row.standing,
      undoneAt: row.undone_at,
      undoneBy: named(names, row.undone_by_id),
      undoneWhy: row.undone_why,
      can: { undo: can(context.actor, 'customer.assign', { centreId: row.centre_id }) ?? whyNotUndo(row) },
    }),
    (row) => cursorOf(row.at, row.id),
  );
}
