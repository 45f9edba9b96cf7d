import type { Id } from '../kernel/id.ts';
import { Invalid } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { instantOf } from '../kernel/time.ts';
import { dateOf, dayNumber } from '../kernel/working-time/date.ts';
import { midnight, zoneClock } from '../kernel/working-time/zone.ts';
import { centres } from '../organisation/house.ts';
import { todayIn } from '../organisation/today.ts';
import type { Context } from '../platform/context.ts';

/** So many days after a day, both YYYY-MM-DD. */
export function dayAfter(day: string, days: number): string {
  return dateOf(dayNumber(day)! + days);
}

/** The moment at which a day is over where the centre stands, or that of so many days later. */
export async function endOfDay(context: Context, centreId: Id<'centre'>, day: string, later = 0): Promise<Instant> {
  const { zone } = (await centres(context)).get(centreId)!;
  const year = Number(day.slice(0, 4));
  return instantOf(midnight(zoneClock(zone, year, year + 1), dayNumber(day)! + later + 1));
}

/** The moment at which a day begins there. */
export function startOfDay(context: Context, centreId: Id<'centre'>, day: string): Promise<Instant> {
  return endOfDay(context, centreId, day, -1);
}

/** A day on which something was done: today unless said, from `notBefore` on, and none to come. */
export async function dayDone(
  context: Context,
  centreId: Id<'centre'>,
  said: string | undefined,
  notBefore: string,
): Promise<string> {
  const today = await todayIn(context, centreId);
  const day = said ?? today;
  if (day > today) throw new Invalid('survey.day_to_come', { path: 'on' });
  if (day < notBefore) throw new Invalid('survey.day_too_early', { path: 'on', day: notBefore });
  return day;
}

/** On which day a moment falls there. */
export async function dayIn(context: Context, centreId: Id<'centre'>, moment: Instant): Promise<string> {
  return todayIn({ tx: context.tx, now: moment }, centreId);
}
