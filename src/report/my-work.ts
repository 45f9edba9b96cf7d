import { sql } from 'kysely';
import { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { HOUR, plus } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import { canOut, idOut } from '../platform/http/shapes.ts';
import type { Snoozed } from '../reminder/reminder.ts';
import { snoozeState } from '../reminder/reminder.ts';
import type { LineRow } from '../ticket/list.ts';
import { LINE, LINE_JOINS, linesOf } from '../ticket/list.ts';
import { ticketLineOut } from '../ticket/list-shapes.ts';
import { endOfDay } from './days.ts';
import { STILL_OPEN } from '../work-order/still-open.ts';

export const WORK_GROUPS = ['back', 'waiting_acceptance', 'late', 'due_soon', 'today', 'later'] as const;

const item = ticketLineOut.extend({
  workOrderId: idOut('work_order').nullable().describe('The order of mine under it that waits for me to accept'),
  snooze: z
    .enum(['back', 'broken'])
    .nullable()
    .describe('back: it was put off and is here again; broken: it was put off, and a clock has run out; null: neither'),
  can: canOut.describe('accept (a hand-over offered to me), accept_work_order'),
});

export const myWorkOut = z.object({
  groups: z
    .array(
      z.object({
        key: z
          .enum(WORK_GROUPS)
          .describe(
            'back: was put off and is here again; waiting_acceptance: offered or sent to me; else by when its worst clock runs out (due_soon: within the hour)',
          ),
        items: z.array(item).describe('The worst clock first'),
      }),
    )
    .describe('Every group in this order, empty ones too; each matter once'),
  more: z.boolean().describe('There is more than is shown'),
  snoozed: z.number().describe('How many more are put off and not shown'),
});

/** More than anybody can keep in mind; what is worst comes first, so what is cut off is what can wait. */
const MOST_SHOWN = 200;

type Row = LineRow & {
  order_to_accept: string | null;
  snoozed: boolean;
  until_at: Instant | null;
  woken_at: Instant | null;
};

/**
 * What is mine to do: what I am accountable for, what was offered to me, what I am sent to do, and every promise I owe,
 * each matter once, by its worst clock.
 */
export async function myWork(context: Context): Promise<z.input<typeof myWorkOut>> {
  const me = actingPerson(context);
  const rows = await sql<Row>`
    with mine as (
      select id as ticket_id from ticket where owner_id = ${me} and closed_at is null
      union select id from ticket where offered_to_id = ${me}
      union select ticket_id from work_order where person_id = ${me} and stage ${STILL_OPEN}
      union select ticket_id from commitment where owner_id = ${me} and settled_at is null and ticket_id is not null
    )
    select ${LINE}, (select w.id from work_order w where w.ticket_id = t.id and w.person_id = ${me} and w.stage = 'issued' limit 1) as order_to_accept,
      z.ticket_id is not null as snoozed, z.until_at, z.woken_at
    from mine join ticket t on t.id = mine.ticket_id ${LINE_JOINS}
    left join lateral (
      select c.id, c.due_at from commitment c where c.ticket_id = t.id and c.settled_at is null order by c.due_at, c.id limit 1) c on true
    left join snooze z on z.ticket_id = t.id and z.person_id = ${me}
    order by c.due_at nulls last, t.id
    limit ${MOST_SHOWN + 1}`.execute(context.tx);
  const read = rows.rows.slice(0, MOST_SHOWN);
  const awake = read.filter((row) => !(row.snoozed && snoozeState(row, context.now, row.due_at) === 'sleeping'));
  const lines = await linesOf(context, awake);
  const today = await endOfDay(context);
  const groups = new Map<string, z.input<typeof item>[]>(WORK_GROUPS.map((key) => [key, []]));
  for (const [index, line] of lines.entries()) {
    const row = awake[index]!;
    groups
      .get(groupOf(context, row, today))!
      .push({ ...line, workOrderId: row.order_to_accept, snooze: markOf(context, row), can: canOf(context, row) });
  }
  return {
    groups: WORK_GROUPS.map((key) => ({ key, items: groups.get(key)! })),
    more: rows.rows.length > MOST_SHOWN,
    snoozed: read.length - awake.length,
  };
}

function groupOf(context: Context, row: Row, today: string): (typeof WORK_GROUPS)[number] {
  if (row.snoozed && snoozeState(row, context.now, row.due_at) === 'back') return 'back';
  if (row.offered_to_id === context.actor.personId || row.order_to_accept !== null) return 'waiting_acceptance';
  if (row.due_at === null) return 'later';
  if (row.due_at < context.now) return 'late';
  if (row.due_at < plus(context.now, HOUR)) return 'due_soon';
  return row.due_at < today ? 'today' : 'later';
}

function markOf(context: Context, row: Row): Exclude<Snoozed, 'sleeping'> | null {
  const state = row.snoozed ? snoozeState(row, context.now, row.due_at) : 'sleeping';
  return state === 'sleeping' ? null : state;
}

function canOf(context: Context, row: Row): Record<string, Refusal | null> {
  return {
    accept: row.offered_to_id === context.actor.personId ? null : { code: 'handover.not_yours' },
    accept_work_order: row.order_to_accept === null ? { code: 'work_order.none_waiting' } : null,
  };
}
