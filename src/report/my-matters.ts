import { sql } from 'kysely';
import type { Instant } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import type { LineRow } from '../ticket/list.ts';
import { LINE_JOINS, lineFor } from '../ticket/list.ts';
import { STILL_OPEN } from '../work-order/still-open.ts';
import type { Owed } from './owed-by-me.ts';

/** More than anybody can keep in mind; what is worst comes first, so what is cut off is what can wait. */
export const MOST_SHOWN = 200;

export type Matter = LineRow & {
  order_to_accept: string | null;
  snoozed: boolean;
  until_at: Instant | null;
  woken_at: Instant | null;
};

/**
 * The matters that are mine: what I am accountable for, what was offered to me, what I am sent to do, and whatever I owe on one
 * (`owed`); each once, by its worst clock, or by the worst of my own where another is accountable.
 */
export async function mattersOfMine(context: Context, owed: readonly Owed[]): Promise<Matter[]> {
  const me = actingPerson(context);
  const own = new Map(owed.toReversed().map((one) => [one.ticket_id!, one]));
  const { rows } = await sql<Matter>`
    with mine as (
      select id as ticket_id from ticket where owner_id = ${me} and closed_at is null
      union select id from ticket where offered_to_id = ${me}
      union select ticket_id from work_order where person_id = ${me} and stage ${STILL_OPEN}
      union select unnest(${[...own.keys()]}::uuid[])
    )
    select ${lineFor(context)}, (select w.id from work_order w where w.ticket_id = t.id and w.person_id = ${me} and w.stage = 'issued' limit 1) as order_to_accept,
      z.ticket_id is not null as snoozed, z.until_at, z.woken_at
    from mine join ticket t on t.id = mine.ticket_id ${LINE_JOINS}
    left join lateral (
      select c.id, c.due_at from commitment c where c.ticket_id = t.id and c.settled_at is null order by c.due_at, c.id limit 1) c on true
    left join snooze z on z.ticket_id = t.id and z.person_id = ${me}
    order by c.due_at nulls last, t.id
    limit ${MOST_SHOWN + 1 + own.size}`.execute(context.tx);
  return rows.map((row) => {
    const mine = own.get(row.id);
    return mine ? { ...row, clock_id: mine.id, due_at: mine.due_at } : row;
  });
}
