import type { Id } from '../kernel/id.ts';
import { epochOf } from '../kernel/time.ts';
import { dayNumber } from '../kernel/working-time/date.ts';
import type { Period } from '../kernel/working-time/period.ts';
import type { Context } from '../platform/context.ts';
import { currentCalendar } from './calendars.ts';

/** Whether a calendar has hours on a day. */
export async function isOpenOn(
  { tx }: Pick<Context, 'tx'>,
  calendarId: Id<'calendar'>,
  day: Period<'day'>,
): Promise<boolean> {
  const calendar = await currentCalendar(tx, calendarId);
  return calendar.counting(
    [epochOf(day.from), epochOf(day.until)],
    (compiled) => compiled.spansOf(dayNumber(day.begins)!).length > 0,
  );
}
