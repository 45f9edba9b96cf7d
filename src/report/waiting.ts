import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Instant } from '../kernel/time.ts';
import { scopeOf } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { STILL_OPEN } from '../work-order/still-open.ts';

/** What waits for hands: a ticket or an order under it (`subject`), and by when (`at`, then `id`) it is pressed. */
export type Waiting = { id: string; subject: string; ticketId: string; at: Instant };

/**
 * How many are looked at together: at first twice what is wanted, then ever more. An index gives them in their order, and mostly
 * the first ones fit. Powers of two, for the number stands in the statement, and each statement is planned once.
 */
function atFirst(most: number): number {
  return 2 ** Math.ceil(Math.log2(most * 2));
}

/** Open matters that need somebody and have no order under way, by when somebody must be sent. */
export function mattersWaiting(context: Context, most: number): Promise<Waiting[]> {
  const fits = sql`t.stage_class in ('new', 'active')
    and not exists (select from work_order w where w.ticket_id = t.id and w.stage ${STILL_OPEN})`;
  return firstOf(context, most, fits, (many, after) => {
    const later = after ? sql`and (d.due_at, d.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
    return sql<Waiting>`
      select d.id, d.ticket_id as subject, d.ticket_id as "ticketId", d.due_at as at from commitment d
      where d.kind = 'dispatch' and d.settled_at is null ${later} order by d.due_at, d.id limit ${sql.lit(many)}`;
  });
}

/** Orders nobody has accepted: by when they must be, and after these whatever no clock presses, the longest waiting first. */
export async function ordersWaiting(context: Context, most: number): Promise<Waiting[]> {
  const pressed = await firstOf(context, most, sql`true`, (many, after) => {
    const later = after ? sql`and (a.due_at, a.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
    return sql<Waiting>`
      select a.id, w.id as subject, w.ticket_id as "ticketId", a.due_at as at
      from commitment a join work_order w on w.id = a.subject_id and w.stage = 'issued'
      where a.kind = 'work_accept' and a.settled_at is null ${later} order by a.due_at, a.id limit ${sql.lit(many)}`;
  });
  if (pressed.length === most) return pressed;
  const others = await firstOf(context, most - pressed.length, sql`true`, (many, after) => {
    const later = after ? sql`and (w.issued_at, w.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
    return sql<Waiting>`
      select w.id, w.id as subject, w.ticket_id as "ticketId", w.issued_at as at from work_order w
      where w.stage = 'issued' ${later} and not exists (
          select from commitment a where a.subject_id = w.id and a.kind = 'work_accept' and a.settled_at is null)
      order by w.issued_at, w.id limit ${sql.lit(many)}`;
  });
  return [...pressed, ...others];
}

/** The first so many whose open ticket (`t`) fits and is in the dispatcher's reach. */
async function firstOf(
  context: Context,
  most: number,
  fits: RawBuilder<unknown>,
  next: (many: number, after: Waiting | undefined) => RawBuilder<Waiting>,
): Promise<Waiting[]> {
  const chosen: Waiting[] = [];
  let last: Waiting | undefined;
  for (let many = atFirst(most); ; many *= 2) {
    const { rows } = await next(many, last).execute(context.tx);
    const { rows: fitting } = await sql<{ id: string }>`
      select t.id from ticket t where t.id = any(${rows.map((row) => row.ticketId)}::uuid[])
        and t.closed_at is null and ${fits} and ${scopeOf(context, 'work_order.issue')}`.execute(context.tx);
    const ids = new Set(fitting.map(({ id }) => id));
    chosen.push(...rows.filter((row) => ids.has(row.ticketId)));
    if (chosen.length >= most || rows.length < many) return chosen.slice(0, most);
    last = rows.at(-1);
  }
}
