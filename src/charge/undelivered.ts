import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Tx } from '../platform/tx.ts';
import { SETTLED } from './facts.ts';
import type { WeekLedger } from './table.ts';

export type Undelivered = {
  items: { receipt: Id<'charge_receipt'>; sort: 'taken' | 'given_back' }[];
  computed: number;
};

/**
 * What was taken at a centre and not delivered to finance yet, less what was given back after it had been. A receipt reversed before it was
 * delivered comes to nothing: both go with the same delivery.
 */
export async function undelivered(tx: Tx, centreId: Id<'centre'>): Promise<Undelivered> {
  const { rows } = await sql<{ receipt: Id<'charge_receipt'>; sort: 'taken' | 'given_back'; amount: number }>`
    select r.id as receipt, x.sort, case x.sort when 'taken' then r.amount else -r.amount end as amount
    from charge_receipt r left join charge_receipt_reversal v on v.receipt_id = r.id
    cross join (values ('taken'), ('given_back')) as x(sort)
    where r.centre_id = ${centreId} and (x.sort = 'taken' or v.receipt_id is not null)
      and not exists (select from charge_delivered d where d.receipt_id = r.id and d.sort = x.sort)`.execute(tx);
  return {
    items: rows.map(({ receipt, sort }) => ({ receipt, sort })),
    computed: rows.reduce((sum, row) => sum + row.amount, 0),
  };
}

/** The week's ledger of paid service (WORK-10): billed and paid in it, and what of all that was billed is still open at its end. */
export async function weekLedger(
  tx: Tx,
  centreId: Id<'centre'>,
  { from_at, until_at }: { from_at: Instant; until_at: Instant },
): Promise<WeekLedger> {
  const { rows } = await sql<WeekLedger>`
    select coalesce(sum(c.amount) filter (where c.at >= ${from_at}::timestamptz and c.at < ${until_at}::timestamptz), 0)::float8 as billed,
      coalesce(sum((select sum(x.amount) from charge_settlement x where x.charge_id = c.id and x.sort = 'payment'
        and x.at >= ${from_at}::timestamptz and x.at < ${until_at}::timestamptz)), 0)::float8 as paid,
      coalesce(sum(c.amount - s.settled), 0)::float8 as open
    from charge c ${SETTLED}
    where c.centre_id = ${centreId} and c.at < ${until_at}::timestamptz and (c.item->>'paidService')::boolean`.execute(
    tx,
  );
  return rows[0]!;
}
