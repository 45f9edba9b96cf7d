import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { Invalid, orRefuse } from '../kernel/refusal.ts';
import { can, orForbid } from '../organisation/can.ts';
import { dateOf, dayNumber, plusMonths } from '../kernel/working-time/date.ts';
import { periodAfter, periodOf } from '../kernel/working-time/period.ts';
import type { Period } from '../kernel/working-time/period.ts';
import { centres } from '../organisation/house.ts';
import { centreOf } from '../organisation/queries.ts';
import { todayIn } from '../organisation/today.ts';
import type { Context } from '../platform/context.ts';
import type { BillLine } from './charge.ts';
import { billLine, dayAfter, MONTHS, whyNotBill } from './charge.ts';
import { chargingOf, itemOf } from './facts.ts';
import type { PreviewRun } from './inputs.ts';
import type { CHARGE_PERIODS, ChargeItem } from './items.ts';
import type { previewOut } from './view-runs.ts';

export type Unit = {
  id: Id<'place'>;
  code: string;
  area: number | null;
  agreed: number | null;
  customer_id: Id<'customer'> | null;
  customer: string | null;
  billed: boolean;
};
export type Looked = {
  centreId: Id<'centre'>;
  item: ChargeItem;
  currency: string;
  period: Period<(typeof CHARGE_PERIODS)[number]>;
  lines: (Unit & { line: BillLine })[];
};

/** What a run would bill to whom, and what is missing for the others (FEE-01). Refuses what could not be billed at all. */
export async function lookAtRun(context: Context, input: PreviewRun): Promise<Looked> {
  const centreId = await centreOf(context);
  orForbid(can(context.actor, 'charge.bill', { centreId }));
  const charging = await chargingOf(context);
  const item = itemOf(charging, input.item);
  const { zone } = (await centres(context)).get(centreId)!;
  const first = periodAfter({ period: 'day', begins: dayAfter(input.begins, -1) }, zone).from;
  const period = periodOf(item.period ?? 'month', zone, first);
  const { noticeDays, currency } = charging;
  const today = await todayIn(context, centreId);
  orRefuse(whyNotBill(item, period, { dueDay: input.dueDay, today, noticeDays }));
  const units = await unitsOf(context, centreId, item, period.begins, input);
  const given = amountsGiven(input, units);
  const lines = units.map((unit) => ({
    ...unit,
    line: billLine(item, { ...unit, payer: unit.customer_id, given: given.get(unit.code) ?? null }),
  }));
  return { centreId, item, currency, period, lines };
}

/** By unit; one that is not there, or stands there twice, is refused with its place in the list. */
function amountsGiven({ given }: PreviewRun, units: readonly Unit[]): Map<string, number> {
  const codes = new Set(units.map((unit) => unit.code));
  const found = new Map<string, number>();
  given.forEach(({ place, amount }, at) => {
    const path = `given.${at}.place`;
    if (!codes.has(place)) throw new Invalid('charge.unit_unknown', { path, place });
    if (found.has(place)) throw new Invalid('charge.unit_twice', { path, place });
    found.set(place, amount);
  });
  return found;
}

/** Open units with what they are billed by and who pays on the first day of the period. One statement; each lateral is one look into an index. */
async function unitsOf(
  { tx }: Context,
  centreId: Id<'centre'>,
  item: ChargeItem,
  begins: string,
  { under }: PreviewRun,
): Promise<Unit[]> {
  const below = under
    ? sql`and p.id in (with recursive below as (select id from place where id = ${under}
        union all select q.id from place q join below b on q.parent_id = b.id) select id from below)`
    : sql``;
  const basis = (
    about: string,
  ) => sql`(select b.value from charge_basis b where b.place_id = p.id and b.about = ${about}
    order by b.at desc, b.id desc limit 1)`;
  const { rows } = await sql<Unit>`
    select p.id, p.code, ${basis('area')} as area, ${basis(item.key)} as agreed, payer.id as customer_id, payer.name as customer,
      exists (select from charge_claim k where k.about_id = p.id and k.item_key = ${item.key} and k.begins = ${begins}) as billed
    from place p left join lateral (
      select u.id, u.name from customer_place cp join customer u on u.id = cp.customer_id
      where cp.place_id = p.id and u.erased_at is null and cp.relation = any(${item.payers}::text[])
        and (cp.since is null or cp.since <= ${begins}::date) and (cp.until is null or cp.until >= ${begins}::date)
      order by array_position(${item.payers}::text[], cp.relation), cp.since desc nulls last, u.id limit 1) payer on true
    where p.kind = 'unit' and p.closed_at is null and p.centre_id = ${centreId} ${below} order by p.code, p.id`.execute(
    tx,
  );
  return rows;
}

/** So many lines are shown; figures are of all. */
const MOST_SHOWN = 2_000;

export async function previewRun(context: Context, input: PreviewRun): Promise<z.input<typeof previewOut>> {
  const { item, currency, period, lines } = await lookAtRun(context, input);
  const billed = lines.flatMap(({ line }) => ('amount' in line ? [line.amount] : []));
  const missing = { area: 0, amount: 0, payer: 0 };
  for (const { line } of lines) if ('missing' in line) missing[line.missing] += 1;
  const concerned = lines.filter(({ line }) => 'amount' in line || 'missing' in line);
  return {
    item: { key: item.key, name: item.name },
    currency,
    begins: period.begins,
    ends: lastDay(period),
    units: lines.length,
    charges: billed.length,
    amount: billed.reduce((sum, amount) => sum + amount, 0),
    missing,
    billedBefore: lines.filter(({ line }) => 'none' in line && line.none === 'billed').length,
    lines: concerned.slice(0, MOST_SHOWN).map(({ id, code, customer_id, customer, area, line }) => ({
      place: { id, code },
      customer: customer_id === null ? null : { id: customer_id, name: customer! },
      area,
      amount: 'amount' in line ? line.amount : null,
      missing: 'missing' in line ? line.missing : null,
    })),
  };
}

/** The last day of a period, as its first is written. */
export function lastDay({ period, begins }: { period: keyof typeof MONTHS; begins: string }): string {
  return dateOf(plusMonths(dayNumber(begins)!, MONTHS[period]) - 1);
}
