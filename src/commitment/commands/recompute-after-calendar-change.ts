import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { instantOf } from '../../kernel/time.ts';
import type { CalendarRules } from '../../kernel/working-time/calendar.ts';
import type { Calendar } from '../../organisation/calendars.ts';
import { calendarFrom, currentCalendar } from '../../organisation/calendars.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/tx.ts';
import type { NewEvent } from '../../platform/journal.ts';
import { record } from '../../platform/journal.ts';
import type { Commitment, Pause } from '../commitment.ts';
import { dueOf } from '../deadline.ts';
import type { RunningEffect } from '../running-effect.ts';
import { effectOf } from '../running-effect.ts';
import { climbedBy, nextMoment, placedAgain } from '../ladder.ts';
import { pausesOf, reckoningOf, yearsOf } from '../rows.ts';
import { saveCommitments } from '../saving.ts';
import { toldInError } from '../told-in-error.ts';

/** Rows of a page; an open promise weighs about a kilobyte. */
const PAGE = 500;

async function* openUnder(tx: Tx, calendarId: Id<'calendar'>, locked: boolean): AsyncGenerator<Commitment[]> {
  let after: Id<'commitment'> | null = null;
  for (;;) {
    let query = tx.selectFrom('commitment').selectAll().where('settled_at', 'is', null);
    query = query.where('calendar_id', '=', calendarId).orderBy('id').limit(PAGE);
    if (after !== null) query = query.where('id', '>', after);
    if (locked) query = query.forNoKeyUpdate();
    const rows: Commitment[] = await query.execute();
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.id;
  }
}

/** The row under the other calendar: deadline and rungs anew; what was climbed too soon is open again. */
function underCalendar(row: Commitment, pauses: readonly Pause[], calendar: Calendar, now: Instant): Commitment {
  return calendar.counting(yearsOf(row, now), (compiled) => {
    const reckoning = reckoningOf(row, pauses, compiled);
    const ladder = placedAgain(row.ladder, reckoning);
    const climbed = climbedBy(ladder, row.climbed, now);
    const top = climbed === row.climbed ? { again: row.again, again_at: row.again_at } : { again: 0, again_at: null };
    const next: Commitment = { ...row, ...top, ladder, climbed, calendar_version: calendar.version };
    next.due_at = instantOf(dueOf(reckoning));
    const fires = row.state === 'running' && row.set_aside_at === null;
    next.next_fire_at = fires ? nextMoment(next) : row.next_fire_at;
    return next;
  });
}

async function recomputed(
  tx: Tx,
  rows: readonly Commitment[],
  calendar: Calendar,
  now: Instant,
): Promise<Commitment[]> {
  const ids = rows.map((row) => row.id);
  const pauses = await pausesOf(tx, ids);
  return rows.map((row) => underCalendar(row, pauses.get(row.id) ?? [], calendar, now));
}

/** What rules that nobody has saved yet would do to promises that run: only those whose deadline moves. Changes nothing. */
export async function previewCalendar(
  tx: Tx,
  now: Instant,
  { calendarId, rules }: { calendarId: Id<'calendar'>; rules: CalendarRules },
): Promise<RunningEffect[]> {
  const calendar = calendarFrom(calendarId, 0, rules);
  const effects: RunningEffect[] = [];
  for await (const rows of openUnder(tx, calendarId, false)) {
    const next = await recomputed(tx, rows, calendar, now);
    effects.push(...rows.map((row, index) => effectOf(row, next[index]!, now)));
  }
  return effects.filter(({ from, to }) => from !== to);
}

/**
 * Puts every running promise of a calendar under its newest version, page by page in the command's one transaction. Settled ones keep
 * their verdict and version. Rungs climbed too soon are journalled as said in error; those due already are climbed at once.
 */
export async function recomputeAfterCalendarChange(
  context: Context,
  { calendarId }: { calendarId: Id<'calendar'> },
): Promise<RunningEffect[]> {
  const calendar = await currentCalendar(context.tx, calendarId);
  const effects: RunningEffect[] = [];
  for await (const rows of openUnder(context.tx, calendarId, true)) {
    const next = await recomputed(context.tx, rows, calendar, context.now);
    await saveCommitments(context, next);
    const page = rows.map((row, index) => effectOf(row, next[index]!, context.now));
    effects.push(...page);
    await record(context, ...rows.flatMap((row, index) => eventsOf(row, next[index]!, page[index]!)));
  }
  return effects.filter(({ from, to }) => from !== to);
}

function eventsOf(row: Commitment, next: Commitment, effect: RunningEffect): NewEvent[] {
  const errors = toldInError(row, next.climbed, row.climbed, 'calendar_changed');
  if (effect.from === effect.to && errors.length === 0) return [];
  return [
    {
      subject: { type: 'commitment', id: row.id },
      type: 'commitment.recalculated',
      ticketId: row.ticket_id,
      data: { kind: row.kind, from: effect.from, dueAt: effect.to, calendarVersion: next.calendar_version },
    },
    ...errors,
  ];
}
