import { CUSTODY_SORTS } from './sorts.ts';
import { sql } from 'kysely';
import { can } from '../organisation/can.ts';
import type { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { custodyKindsOf } from './facts.ts';
import { inScope, namesFor } from './rows.ts';
import type { CustodyStatistics, custodyKindsOut } from './view.ts';

type Counted = Omit<CustodyStatistics['items'][number], 'kind'> & { kind: string };

/** What there is of each kind and how it stands, counted from the last entry of each thing (ASST-01). */
export async function custodyStatistics(context: Context): Promise<CustodyStatistics> {
  const names = await namesFor(context);
  const { rows } = await sql<Counted>`
    with standing as (
      select i.kind, i.sort, i.worth, i.currency, e.* from (select i.* from custody_item i where ${inScope(context)}) i
        join lateral (select state, due_back, valid_until, condition, to_kind from custody_entry where item_id = i.id and seq = i.seq) e on true
    ), worth as (
      select kind, json_agg(json_build_object('amount', amount, 'currency', currency) order by currency) as worth from (
        select kind, currency, sum(worth)::float8 as amount from standing where worth is not null and to_kind <> 'nobody' group by 1, 2) s group by 1
    )
    select s.kind, s.sort,
      count(*) filter (where to_kind <> 'nobody')::int as total,
      count(*) filter (where state = 'in_house')::int as "inHouse",
      count(*) filter (where state = 'drawn')::int as drawn,
      count(*) filter (where state = 'handed_out')::int as "handedOut",
      count(*) filter (where state = 'issued')::int as issued,
      count(*) filter (where state = 'issued' and (valid_until is null or valid_until >= ${names.today}))::int as valid,
      count(*) filter (where due_back < ${context.now}::timestamptz)::int as overdue,
      count(*) filter (where condition = 'damaged' and to_kind <> 'nobody')::int as damaged,
      count(*) filter (where state = 'lost')::int as lost,
      count(*) filter (where state = 'written_off')::int as "writtenOff",
      coalesce((select worth from worth w where w.kind = s.kind), '[]') as worth
    from standing s group by s.kind, s.sort`.execute(context.tx);
  const order = (await custodyKindsOf(context)).map(({ key }) => key);
  const at = (one: Counted): number => CUSTODY_SORTS.indexOf(one.sort) * 1000 + order.indexOf(one.kind);
  return {
    items: rows
      .toSorted((one, other) => at(one) - at(other))
      .map(({ kind, ...counts }) => ({ kind: names.kind(kind), ...counts })),
  };
}

/** What the house keeps, and what one may do about it. */
export async function readKinds(context: Context): Promise<z.input<typeof custodyKindsOut>> {
  const { actor } = context;
  return {
    items: [...(await custodyKindsOf(context))],
    can: { keep: can(actor, 'custody.keep', {}), approve: can(actor, 'custody.approve', {}) },
  };
}
