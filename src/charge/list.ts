import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { can, orForbid } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { centreOf } from '../organisation/queries.ts';
import { todayIn } from '../organisation/today.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { Reckoning } from './charge.ts';
import type { ChargeState } from './states.ts';
import { whyNotReverse, whyNotSettle } from './charge.ts';
import { chargingOf, SETTLED } from './facts.ts';
import type { ChargesQuery } from './inputs.ts';
import type { ChargeItem } from './items.ts';
import type { ChargeLine, chargePageOut, chargesOut } from './view.ts';
import { wantedCharges } from './wanted-charges.ts';

export type ChargeRow = {
  id: Id<'charge'>;
  centre_id: Id<'centre'>;
  customer: { id: string; name: string };
  place: { id: string; code: string } | null;
  item_key: string;
  item: ChargeItem;
  reckoning: Reckoning;
  amount: number;
  settled: number;
  paid: number;
  waived: number;
  reversed: number;
  begins: string | null;
  due_day: string;
  run_id: Id<'charge_run'> | null;
  ticket: { id: string; number: number; title: string } | null;
  note: string;
  by_id: Id<'person'> | null;
  at: Instant;
};

const FROM = sql`from charge c ${SETTLED} join customer u on u.id = c.customer_id left join place p on p.id = c.place_id
  left join ticket t on t.id = c.ticket_id`;

/** Charges (`c`) with what settled them (`s`), in this order. */
export async function chargeRows(
  { tx }: Context,
  wanted: readonly RawBuilder<unknown>[],
  order: RawBuilder<unknown>,
  most: number,
): Promise<ChargeRow[]> {
  const { rows } = await sql<ChargeRow>`
    select c.id, c.centre_id, json_build_object('id', u.id, 'name', u.name) as customer, c.item_key, c.item, c.reckoning, c.amount,
      case when p.id is not null then json_build_object('id', p.id, 'code', p.code) end as place,
      case when t.id is not null then json_build_object('id', t.id, 'number', t.number::int, 'title', t.title) end as ticket,
      s.settled, s.paid, s.waived, s.reversed, c.begins, c.due_day, c.run_id, c.note, c.by_id, c.at
    ${FROM} where ${sql.join(wanted, sql` and `)} order by ${order} limit ${most}`.execute(tx);
  return rows;
}

export async function listCharges(context: Context, query: ChargesQuery): Promise<z.input<typeof chargesOut>> {
  const charging = await chargingOf(context);
  const { currency } = charging;
  const centreId = await centreOf(context);
  const today = await todayIn(context, centreId);
  const wanted = await wantedCharges(context, charging, query, today);
  const sums = await sumsOf(context, wanted);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(c.at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const rows = await chargeRows(context, wanted, sql`c.at desc, c.id desc`, query.limit + 1);
  const names = await personNames(context);
  return {
    ...page(
      rows,
      query.limit,
      (row) => chargeLine(context, row, names, today),
      (row) => cursorOf(row.at, row.id),
    ),
    currency,
    sums,
    can: {
      bill: can(context.actor, 'charge.bill', { centreId }),
      charge: can(context.actor, 'charge.receive', { centreId }),
      receive: can(context.actor, 'charge.receive', { centreId }),
    },
  };
}

async function sumsOf({ tx }: Context, wanted: readonly RawBuilder<unknown>[]) {
  const { rows } = await sql<ChargeLine & { charges: number }>`
    select count(*) filter (where s.reversed = 0)::int as charges, coalesce(sum(c.amount - s.reversed), 0)::float8 as amount,
      coalesce(sum(s.paid), 0)::float8 as paid, coalesce(sum(s.waived), 0)::float8 as waived,
      coalesce(sum(c.amount - s.settled), 0)::float8 as open ${FROM} where ${sql.join(wanted, sql` and `)}`.execute(tx);
  return rows[0]!;
}

export function stateOf(
  row: Pick<ChargeRow, 'amount' | 'settled' | 'paid' | 'reversed' | 'due_day'>,
  today: string,
): ChargeState {
  if (row.amount > row.settled) return row.due_day < today ? 'overdue' : 'open';
  if (row.reversed > 0) return 'reversed';
  return row.paid > 0 ? 'paid' : 'waived';
}

export function chargeLine(
  { actor }: Context,
  row: ChargeRow,
  names: ReadonlyMap<string, string>,
  today: string,
): ChargeLine {
  const open = row.amount - row.settled;
  const at = { centreId: row.centre_id };
  const { id, customer, place, reckoning, begins, amount, paid, waived, reversed, note, ticket } = row;
  return {
    id,
    customer,
    place,
    item: { key: row.item_key, name: row.item.name },
    standard: row.item.standard,
    reckoning,
    begins,
    dueDay: row.due_day,
    state: stateOf(row, today),
    amount,
    paid,
    waived,
    reversed,
    open,
    note,
    ticket,
    runId: row.run_id,
    at: row.at,
    by: named(names, row.by_id),
    can: {
      receive: can(actor, 'charge.receive', at) ?? whyNotSettle({ open }),
      waive: can(actor, 'charge.waive', at) ?? whyNotSettle({ open }),
      reverse: can(actor, 'charge.bill', at) ?? whyNotReverse({ open, amount, paid }),
    },
  };
}

type Entry = {
  id: string;
  sort: 'payment' | 'waiver' | 'reversal';
  amount: number;
  receipt: { id: string; number: string } | null;
  reason: string;
  by_id: Id<'person'> | null;
  at: Instant;
};

/** One charge with every entry that settled it. */
export async function chargePage(context: Context, id: Id<'charge'>): Promise<z.input<typeof chargePageOut>> {
  const [row] = await chargeRows(context, [sql`c.id = ${id}`], sql`c.id`, 1);
  if (!row) throw new NotFound('charge.unknown');
  orForbid(can(context.actor, 'charge.see', { centreId: row.centre_id }));
  const { rows } = await sql<Entry>`
    select x.id, x.sort, x.amount, x.reason, x.by_id, x.at,
      case when r.id is not null then json_build_object('id', r.id, 'number', r.year || '-' || lpad(r.number::text, 6, '0')) end as receipt
    from charge_settlement x left join charge_receipt r on r.id = x.receipt_id where x.charge_id = ${id} order by x.at, x.amount < 0, x.id`.execute(
    context.tx,
  );
  const names = await personNames(context);
  const { currency } = await chargingOf(context);
  return {
    ...chargeLine(context, row, names, await todayIn(context, row.centre_id)),
    currency,
    settlements: rows.map(({ by_id, ...entry }) => ({ ...entry, by: named(names, by_id) })),
  };
}
