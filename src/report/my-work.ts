import { sql } from 'kysely';
import type { z } from 'zod';
import { clocksByIds } from '../commitment/queries.ts';
import type { ClockOut } from '../commitment/shapes.ts';
import { clocksOut } from '../commitment/shapes.ts';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { HOUR, plus } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import type { Snoozed } from '../reminder/reminder.ts';
import { snoozeState } from '../reminder/reminder.ts';
import type { LineRow } from '../ticket/list.ts';
import { LINE, LINE_JOINS, linesOf } from '../ticket/list.ts';
import { STILL_OPEN } from '../work-order/still-open.ts';
import { endOfDay } from './days.ts';
import type { myWorkOut, ThingItem, TicketItem, WorkGroup } from './my-work-shapes.ts';
import { WORK_GROUPS } from './my-work-shapes.ts';
import type { Owed } from './owed-by-me.ts';
import { owedByMe, thingsOwed } from './owed-by-me.ts';

/** More than anybody can keep in mind; what is worst comes first, so what is cut off is what can wait. */
const MOST_SHOWN = 200;

type Row = LineRow & {
  order_to_accept: string | null;
  snoozed: boolean;
  until_at: Instant | null;
  woken_at: Instant | null;
};

/**
 * The matters that are mine: what I am accountable for, what was offered to me, what I am sent to do, and whatever I or my post
 * owe on one; each once, by its worst clock, or by the worst of my own where another is accountable.
 */
async function mattersOfMine(context: Context): Promise<Row[]> {
  const me = actingPerson(context);
  const owed = await owedByMe(context);
  const { rows } = await sql<Row>`
    with owed as (${owed(sql`c.subject_type in ('ticket', 'work_order')`, sql`c.id, c.ticket_id, c.due_at`)}),
    mine as (
      select id as ticket_id from ticket where owner_id = ${me} and closed_at is null
      union select id from ticket where offered_to_id = ${me}
      union select ticket_id from work_order where person_id = ${me} and stage ${STILL_OPEN}
      union select ticket_id from owed
    ),
    own as (select distinct on (ticket_id) * from owed order by ticket_id, due_at, id)
    select ${LINE}, (select w.id from work_order w where w.ticket_id = t.id and w.person_id = ${me} and w.stage = 'issued' limit 1) as order_to_accept,
      z.ticket_id is not null as snoozed, z.until_at, z.woken_at
    from mine join ticket t on t.id = mine.ticket_id ${LINE_JOINS}
    left join own on own.ticket_id = t.id and t.owner_id <> ${me}
    left join lateral (
      select own.id, own.due_at where own.id is not null union all
      (select c.id, c.due_at from commitment c where own.id is null and c.ticket_id = t.id and c.settled_at is null
        order by c.due_at, c.id limit 1)) c on true
    left join snooze z on z.ticket_id = t.id and z.person_id = ${me}
    order by c.due_at nulls last, t.id
    limit ${MOST_SHOWN + 1}`.execute(context.tx);
  return rows;
}

type Found = { matter: Row } | { thing: Owed };

const dueOf = (found: Found): Instant | null => ('thing' in found ? found.thing.due_at : found.matter.due_at);

/** Matters and things as one list, what runs out first at its head. */
function byUrgency(matters: readonly Row[], things: readonly Owed[]): Found[] {
  const all: Found[] = [...matters.map((matter) => ({ matter })), ...things.map((thing) => ({ thing }))];
  const last = '~';
  return all.toSorted((one, other) => {
    const [a, b] = [dueOf(one) ?? last, dueOf(other) ?? last];
    return a < b ? -1 : a > b ? 1 : 0;
  });
}

/** Everything that is mine to do, whatever it is about: one list by urgency. */
export async function myWork(context: Context): Promise<z.input<typeof myWorkOut>> {
  const matters = await mattersOfMine(context);
  const things = await thingsOwed(context, MOST_SHOWN + 1);
  const all = byUrgency(matters, things);
  const read = all.slice(0, MOST_SHOWN);
  const awake = read.filter((found) => !('matter' in found && isAsleep(context, found.matter)));
  const items = await itemsOf(context, awake);
  const today = await endOfDay(context);
  const groups = new Map<WorkGroup, (TicketItem | ThingItem)[]>(WORK_GROUPS.map((key) => [key, []]));
  for (const [index, item] of items.entries()) groups.get(groupOf(context, awake[index]!, today))!.push(item);
  return {
    groups: WORK_GROUPS.map((key) => ({ key, items: groups.get(key)! })),
    more: all.length > MOST_SHOWN,
    snoozed: read.length - awake.length,
  };
}

/** Each as it goes out, in the same order. */
async function itemsOf(context: Context, found: readonly Found[]): Promise<(TicketItem | ThingItem)[]> {
  const matters = found.flatMap((one) => ('matter' in one ? one.matter : []));
  const lines = await linesOf(context, matters);
  const others = matters.filter(({ owner_id }) => owner_id !== context.actor.personId);
  const ids = [
    ...found.flatMap((one) => ('thing' in one ? one.thing.id : [])),
    ...others.flatMap((row) => row.clock_id ?? []),
  ];
  const clocks = new Map<string, ClockOut>(
    (await clocksOut(context, await clocksByIds(context.tx, context.now, ids as Id<'commitment'>[]))).map((clock) => [
      clock.id,
      clock,
    ]),
  );
  const byTicket = new Map(lines.map((line) => [line.id, line]));
  return found.map((one): TicketItem | ThingItem => {
    if ('thing' in one) return thingOf(one.thing, clocks.get(one.thing.id)!);
    const { matter } = one;
    const line = byTicket.get(matter.id)!;
    return {
      ...line,
      about: 'ticket',
      clock: (matter.clock_id && clocks.get(matter.clock_id)) || line.clock,
      workOrderId: matter.order_to_accept,
      snooze: markOf(context, matter),
      can: canOf(context, matter),
    };
  });
}

function thingOf({ id, subject_type, subject_id, title, name, begins, number }: Owed, clock: ClockOut): ThingItem {
  return { about: 'thing', id, subject: { type: subject_type, id: subject_id }, title, name, begins, number, clock };
}

function groupOf(context: Context, found: Found, today: string): WorkGroup {
  if ('matter' in found) {
    const { matter } = found;
    if (matter.snoozed && snoozeState(matter, context.now, matter.due_at) === 'back') return 'back';
    if (matter.offered_to_id === context.actor.personId || matter.order_to_accept !== null) return 'waiting_acceptance';
  } else if (found.thing.subject_type === 'shift_note') return 'waiting_acceptance';
  const due = dueOf(found);
  if (due === null) return 'later';
  if (due < context.now) return 'late';
  if (due < plus(context.now, HOUR)) return 'due_soon';
  return due < today ? 'today' : 'later';
}

const isAsleep = (context: Context, row: Row): boolean =>
  row.snoozed && snoozeState(row, context.now, row.due_at) === 'sleeping';

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
