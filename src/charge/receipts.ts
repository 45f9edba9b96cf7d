import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound, refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { can, orForbid } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { chargeScope, chargingOf } from './facts.ts';
import type { ReceiptsQuery } from './inputs.ts';
import type { ReceiptLine, receiptsOut } from './view-money.ts';

type Row = Omit<ReceiptLine, 'takenBy' | 'at' | 'reversedAt' | 'reversedBecause' | 'can' | 'deliveredIn'> & {
  id: Id<'charge_receipt'>;
  centre_id: Id<'centre'>;
  taken_by_id: Id<'person'>;
  at: Instant;
  delivered_in: string | null;
  reversed_at: Instant | null;
  reversed_because: string | null;
};

const FROM = sql`from charge_receipt r join customer u on u.id = r.customer_id
  left join charge_receipt_reversal v on v.receipt_id = r.id
  left join charge_delivered d on d.receipt_id = r.id and d.sort = 'taken'`;

export async function receiptRows(
  { tx }: Context,
  wanted: readonly RawBuilder<unknown>[],
  most: number,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.id, r.centre_id, r.year || '-' || lpad(r.number::text, 6, '0') as number, json_build_object('id', u.id, 'name', u.name) as customer,
      r.amount, r.way, r.payer, r.reference, r.taken_by_id, r.at, d.delivery_id as delivered_in, v.at as reversed_at, v.reason as reversed_because,
      (select coalesce(json_agg(json_build_object('chargeId', c.id, 'item', json_build_object('key', c.item_key, 'name', c.item->'name'),
        'place', p.code, 'begins', c.begins, 'amount', x.amount) order by c.due_day, c.id), '[]')
        from charge_settlement x join charge c on c.id = x.charge_id left join place p on p.id = c.place_id
        where x.receipt_id = r.id and x.amount > 0) as lines
    ${FROM} where ${sql.join(wanted, sql` and `)} order by r.at desc, r.id desc limit ${most}`.execute(tx);
  return rows;
}

/** What was taken, by whom and how, the newest first (AGCY-03). */
export async function listReceipts(context: Context, query: ReceiptsQuery): Promise<z.input<typeof receiptsOut>> {
  const { currency } = await chargingOf(context);
  const wanted = [chargeScope(context, 'r.centre_id')];
  if (query.customer) wanted.push(sql`r.customer_id = ${query.customer}`);
  if (query.takenBy) wanted.push(sql`r.taken_by_id = ${query.takenBy}`);
  if (query.way) wanted.push(sql`r.way = ${query.way}`);
  if (query.delivered !== undefined)
    wanted.push(query.delivered ? sql`d.receipt_id is not null` : sql`d.receipt_id is null`);
  if (query.from) wanted.push(sql`r.at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`r.at < ${query.until}::timestamptz`);
  const sums = await sumsOf(context, wanted);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(r.at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const names = await personNames(context);
  const rows = await receiptRows(context, wanted, query.limit + 1);
  return {
    ...page(
      rows,
      query.limit,
      (row) => receiptLine(context, row, names),
      (row) => cursorOf(row.at, row.id),
    ),
    currency,
    sums,
  };
}

type Taken = { way: ReceiptLine['way']; person: Id<'person'>; receipts: number; amount: number };

async function sumsOf(
  context: Context,
  wanted: readonly RawBuilder<unknown>[],
): Promise<z.input<typeof receiptsOut>['sums']> {
  const { rows } = await sql<Taken>`
    select r.way, r.taken_by_id as person, count(*)::int as receipts, sum(r.amount) filter (where v.receipt_id is null)::float8 as amount
    ${FROM} where ${sql.join(wanted, sql` and `)} group by r.way, r.taken_by_id`.execute(context.tx);
  const names = await personNames(context);
  const total = (some: readonly Taken[]) => some.reduce((sum, row) => sum + (row.amount ?? 0), 0);
  return {
    receipts: rows.reduce((sum, row) => sum + row.receipts, 0),
    amount: total(rows),
    byWay: [...Map.groupBy(rows, (row) => row.way)].map(([way, some]) => ({ way, amount: total(some) })),
    byPerson: [...Map.groupBy(rows, (row) => row.person)].map(([person, some]) => ({
      person: named(names, person),
      amount: total(some),
    })),
  };
}

export function receiptLine({ actor }: Context, row: Row, names: ReadonlyMap<string, string>): ReceiptLine {
  const { centre_id: centreId, taken_by_id, delivered_in, reversed_at, reversed_because, ...rest } = row;
  return {
    ...rest,
    takenBy: named(names, taken_by_id),
    deliveredIn: delivered_in,
    reversedAt: reversed_at,
    reversedBecause: reversed_because,
    can: {
      reverse:
        can(actor, 'charge.bill', { centreId }) ?? (reversed_at === null ? null : refusal('charge.receipt_reversed')),
    },
  };
}

export async function receiptPage(
  context: Context,
  id: Id<'charge_receipt'>,
): Promise<ReceiptLine & { currency: string }> {
  const [row] = await receiptRows(context, [sql`r.id = ${id}`], 1);
  if (!row) throw new NotFound('charge.receipt_unknown');
  orForbid(can(context.actor, 'charge.see', { centreId: row.centre_id }));
  const { currency } = await chargingOf(context);
  return { ...receiptLine(context, row, await personNames(context)), currency };
}
