import type { RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import { can, orForbid } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { whyNotRevoke } from './charge.ts';
import { NOTICE_STATES } from './states.ts';
import { chargeScope, chargingOf, SETTLED } from './facts.ts';
import type { RunsQuery } from './inputs.ts';
import type { ChargeRunTable } from './table.ts';
import type { RunLine, runPageOut, runsOut } from './view-runs.ts';

type Row = Selectable<ChargeRunTable> &
  Pick<RunLine, 'charges' | 'amount' | 'paid' | 'open'> & { settled: number; told: Partial<RunLine['told']> };

async function runRows({ tx }: Context, wanted: readonly RawBuilder<unknown>[], most: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.*, sums.*, (select coalesce(json_object_agg(state, n), '{}') from
      (select n.state, count(*)::int as n from charge_notice n where n.run_id = r.id group by n.state) told) as told
    from charge_run r cross join lateral (
      select count(*)::int as charges, coalesce(sum(c.amount), 0)::float8 as amount, coalesce(sum(s.paid), 0)::float8 as paid,
        coalesce(sum(c.amount - s.settled), 0)::float8 as open, count(*) filter (where s.settled <> 0)::int as settled
      from charge c ${SETTLED} where c.run_id = r.id) sums
    where ${sql.join(wanted, sql` and `)} order by r.at desc, r.id desc limit ${most}`.execute(tx);
  return rows;
}

/** What was billed period by period, the newest first, with what came in and who was told. */
export async function listRuns(context: Context, query: RunsQuery): Promise<z.input<typeof runsOut>> {
  const { currency } = await chargingOf(context);
  const wanted = [chargeScope(context, 'r.centre_id')];
  if (query.item) wanted.push(sql`r.item_key = ${query.item}`);
  if (query.from) wanted.push(sql`r.at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`r.at < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(r.at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const names = await personNames(context);
  const rows = await runRows(context, wanted, query.limit + 1);
  return {
    ...page(
      rows,
      query.limit,
      (row) => runLine(context, row, names),
      (row) => cursorOf(row.at, row.id),
    ),
    currency,
  };
}

export async function runPage(context: Context, id: Id<'charge_run'>): Promise<z.input<typeof runPageOut>> {
  const [row] = await runRows(context, [sql`r.id = ${id}`], 1);
  if (!row) throw new NotFound('charge.run_unknown');
  orForbid(can(context.actor, 'charge.see', { centreId: row.centre_id }));
  const { currency } = await chargingOf(context);
  return { ...runLine(context, row, await personNames(context)), currency, standard: row.item.standard };
}

function runLine({ actor }: Context, row: Row, names: ReadonlyMap<string, string>): RunLine {
  const { id, period, begins, charges, amount, paid, open } = row;
  return {
    id,
    item: { key: row.item_key, name: row.item.name },
    period,
    begins,
    dueDay: row.due_day,
    charges,
    amount,
    paid,
    open,
    told: Object.fromEntries(NOTICE_STATES.map((one) => [one, row.told[one] ?? 0])) as RunLine['told'],
    by: named(names, row.by_id),
    at: row.at,
    revokedAt: row.revoked_at,
    revokedBy: named(names, row.revoked_by_id),
    revokedBecause: row.revoked_because,
    can: { revoke: can(actor, 'charge.bill', { centreId: row.centre_id }) ?? whyNotRevoke(row, row.settled) },
  };
}
