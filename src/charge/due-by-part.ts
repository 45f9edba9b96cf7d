import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Currency } from '../kernel/money.ts';
import { reachOf } from '../organisation/reach.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import { chargeScope, departmentOfCharge } from './facts.ts';

export type DueByPart = { currency: Currency; parts: Map<Id<'department'> | null, number> };

/**
 * What customers owe now for the work of each department, whether due or not yet, in the smallest unit of the currency (STAT-02); null: the
 * house charges nothing, or whoever asks may not see what it does. Sums alone, in one pass over each ledger: `SETTLED` looks
 * into an index for every charge there ever was.
 */
export async function dueByPart(context: Context): Promise<DueByPart | null> {
  const { charging } = await settingsOf(context);
  if (!charging || !reachOf(context.actor, 'charge.see')) return null;
  const { rows } = await sql<{ department: Id<'department'> | null; due: number }>`
    select ${await departmentOfCharge(context, charging)} as department, sum(c.amount - coalesce(x.settled, 0))::float8 as due
    from charge c left join (select charge_id, sum(amount) as settled from charge_settlement group by charge_id) x on x.charge_id = c.id
    where ${chargeScope(context, 'c.centre_id')} group by 1`.execute(context.tx);
  return { currency: charging.currency, parts: new Map(rows.map((row) => [row.department, row.due])) };
}
