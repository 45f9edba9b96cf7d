import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Words } from '../kernel/words.ts';
import { centreOf } from '../organisation/queries.ts';
import { todayIn } from '../organisation/today.ts';
import type { Context } from '../platform/context.ts';
import type { Age } from './charge.ts';
import { AGES, dayAfter } from './charge.ts';
import { chargeScope, chargingOf, SETTLED } from './facts.ts';
import type { ArrearsQuery } from './inputs.ts';
import type { Arrears } from './view.ts';

type Row = {
  item_key: string;
  name: Words;
  place: { id: string; code: string } | null;
  customer_id: Id<'customer'>;
  due_day: string;
  charged: number;
  paid: number;
  owed: number;
};

/**
 * What was due in a stretch of days, what of it came in and what is still owed, by building and by age (FEE-02). The collected share is paid ÷
 * (charged − reversed − waived); each figure leads to its charges by the same days. One row for each customer, item, building and due day.
 */
export async function arrearsOf(context: Context, query: ArrearsQuery): Promise<Arrears> {
  const { currency } = await chargingOf(context);
  const today = await todayIn(context, await centreOf(context));
  const { dueFrom, dueUntil = dayAfter(today, -1), item } = query;
  const wanted = [chargeScope(context, 'c.centre_id'), sql`c.due_day <= ${dueUntil}`];
  if (dueFrom) wanted.push(sql`c.due_day >= ${dueFrom}`);
  if (item) wanted.push(sql`c.item_key = ${item}`);
  const { rows } = await sql<Row>`
    select c.item_key, c.item->'name' as name, b.place, c.customer_id, c.due_day,
      sum(c.amount - s.reversed - s.waived)::float8 as charged, sum(s.paid)::float8 as paid, sum(c.amount - s.settled)::float8 as owed
    from charge c ${SETTLED} left join place p on p.id = c.place_id left join place q on q.id = p.parent_id
    cross join lateral (select case when p.id is null then null when q.id is null then jsonb_build_object('id', p.id, 'code', p.code)
      else jsonb_build_object('id', q.id, 'code', q.code) end as place) b
    where ${sql.join(wanted, sql` and `)} group by 1, 2, 3, 4, 5`.execute(context.tx);
  const all = totalsOf(rows);
  return {
    currency,
    dueFrom: dueFrom ?? null,
    dueUntil,
    ...all,
    share: all.charged === 0 ? null : all.paid / all.charged,
    ages: agesOf(rows, today),
    items: [...Map.groupBy(rows, (row) => row.item_key)].map(([key, some]) => ({
      item: { key, name: some[0]!.name },
      ...totalsOf(some),
    })),
    places: placesOf(rows, today),
  };
}

function placesOf(rows: readonly Row[], today: string): Arrears['places'] {
  return [...Map.groupBy(rows, (row) => row.place?.id ?? '').values()]
    .map((some) => ({
      place: some[0]!.place,
      ...totalsOf(some),
      debtors: new Set(some.filter((row) => row.owed > 0).map((row) => row.customer_id)).size,
      ages: agesOf(some, today),
    }))
    .toSorted((one, other) => other.owed - one.owed);
}

function totalsOf(rows: readonly Row[]): { charged: number; paid: number; owed: number } {
  const sum = (of: 'charged' | 'paid' | 'owed') => rows.reduce((all, row) => all + row[of], 0);
  return { charged: sum('charged'), paid: sum('paid'), owed: sum('owed') };
}

function agesOf(rows: readonly Row[], today: string): Arrears['ages'] {
  const entries = AGES.map(({ key, from, to }) => {
    const latest = from === null ? null : dayAfter(today, -from);
    const earliest = to === null ? null : dayAfter(today, -to);
    const within = rows.filter(
      ({ due_day: day }) => (latest === null || day <= latest) && (earliest === null || day >= earliest),
    );
    return [key, within.reduce((all, row) => all + row.owed, 0)] as const;
  });
  return Object.fromEntries(entries) as Record<Age, number>;
}
