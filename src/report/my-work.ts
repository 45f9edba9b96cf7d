import type { z } from 'zod';
import { clocksByIds } from '../commitment/queries.ts';
import type { ClockOut } from '../commitment/shapes.ts';
import { clocksOut } from '../commitment/shapes.ts';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { HOUR, plus } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import type { Snoozed } from '../reminder/reminder.ts';
import { snoozeState } from '../reminder/reminder.ts';
import { linesOf } from '../ticket/list.ts';
import { endOfDay } from './days.ts';
import type { myWorkOut, ThingItem, TicketItem, WorkGroup } from './my-work-shapes.ts';
import { WORK_GROUPS } from './my-work-shapes.ts';
import type { Matter } from './my-matters.ts';
import { mattersOfMine, MOST_SHOWN } from './my-matters.ts';
import type { Owed } from './owed-by-me.ts';
import { owedByMe } from './owed-by-me.ts';
import type { Called } from './thing-names.ts';
import { namesOfThings } from './thing-names.ts';

const ON_TICKETS = new Set(['ticket', 'work_order']);

type Found = { matter: Matter } | { thing: Owed & Called };

const dueOf = (found: Found): Instant | null => ('thing' in found ? found.thing.due_at : found.matter.due_at);

/** Matters and things as one list, what runs out first at its head. */
function byUrgency(matters: readonly Matter[], things: readonly (Owed & Called)[]): Found[] {
  const all: Found[] = [...matters.map((matter) => ({ matter })), ...things.map((thing) => ({ thing }))];
  const last = '~';
  return all.toSorted((one, other) => {
    const [a, b] = [dueOf(one) ?? last, dueOf(other) ?? last];
    return a < b ? -1 : a > b ? 1 : 0;
  });
}

/** Everything that is mine to do, whatever it is about: one list by urgency. */
export async function myWork(context: Context): Promise<z.input<typeof myWorkOut>> {
  const owed = await owedByMe(context, MOST_SHOWN + 1);
  const things = owed.filter((one) => !ON_TICKETS.has(one.subject_type));
  const matters = await mattersOfMine(
    context,
    owed.filter((one) => ON_TICKETS.has(one.subject_type)),
  );
  const called = await namesOfThings(context, things);
  const all = byUrgency(
    matters,
    things.map((one) => ({ ...one, ...called.get(one.subject_id) })),
  );
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

function thingOf(thing: Owed & Called, clock: ClockOut): ThingItem {
  const {
    id,
    subject_type: type,
    subject_id: subjectId,
    title = null,
    name = null,
    begins = null,
    number = null,
  } = thing;
  return { about: 'thing', id, subject: { type, id: subjectId }, title, name, begins, number, clock };
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

const isAsleep = (context: Context, row: Matter): boolean =>
  row.snoozed && snoozeState(row, context.now, row.due_at) === 'sleeping';

function markOf(context: Context, row: Matter): Exclude<Snoozed, 'sleeping'> | null {
  const state = row.snoozed ? snoozeState(row, context.now, row.due_at) : 'sleeping';
  return state === 'sleeping' ? null : state;
}

function canOf(context: Context, row: Matter): Record<string, Refusal | null> {
  return {
    accept: row.offered_to_id === context.actor.personId ? null : { code: 'handover.not_yours' },
    accept_work_order: row.order_to_accept === null ? { code: 'work_order.none_waiting' } : null,
  };
}
