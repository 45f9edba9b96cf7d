import type { Allowance, Duration } from '../duration.ts';
import { parseDuration } from '../duration.ts';
import type { Epoch } from '../time.ts';
import { DAY } from '../time.ts';
import type { CompiledCalendar } from './compile.ts';
import { BeyondCalendar, covered } from './compile.ts';
import type { DayNumber } from './date.ts';
import { plusMonths } from './date.ts';
import { firstAbove, firstFrom, nextOpening, workingBetween } from './measure.ts';
import { localDay, midnight, momentOf, wallAt } from './zone.ts';

type Length = Extract<Duration, { kind: 'length' }>;

function countsDays({ months, weeks, days }: Length): boolean {
  return months + weeks + days > 0;
}

/** Everything but working days: months first, then weeks. */
function shifted(day: DayNumber, { months, weeks }: Length): DayNumber {
  return plusMonths(day, months) + weeks * 7;
}

function clockLength(startedAt: Epoch, length: Length, calendar: CompiledCalendar): number {
  if (!countsDays(length)) return length.milliseconds;
  const wall = wallAt(calendar.clock, covered(calendar, startedAt));
  const day = Math.floor(wall / DAY);
  const target = momentOf(calendar.clock, (shifted(day, length) + length.days) * DAY + (wall - day * DAY));
  return covered(calendar, target) - startedAt + length.milliseconds;
}

/**
 * The earliest working day that has not closed for the last time: today, a night shift of yesterday, or the next one.
 */
function workingDayAt(calendar: CompiledCalendar, at: Epoch): number {
  const index = firstAbove(calendar.closes, covered(calendar, at));
  if (index < calendar.days.length) return index;
  throw new BeyondCalendar('no working day is left in the compiled years');
}

/**
 * Days are counted from the working day on which counting begins. The target keeps that moment's time of day, reckoned
 * from the day's own midnight: two o'clock in Saturday's night shift is 26 hours into Saturday, and stays so.
 */
function workingLength(startedAt: Epoch, length: Length, calendar: CompiledCalendar): number {
  if (!countsDays(length)) return length.milliseconds;
  const start = nextOpening(calendar, startedAt);
  const day = calendar.days[workingDayAt(calendar, start)]!;
  const timeOfDay = wallAt(calendar.clock, start) - day * DAY;
  const index = firstFrom(calendar.days, shifted(day, length)) + length.days;
  if (index >= calendar.days.length)
    throw new BeyondCalendar(`${length.days} working days do not end within the compiled years`);
  const target = covered(calendar, momentOf(calendar.clock, calendar.days[index]! * DAY + timeOfDay));
  return workingBetween(calendar, start, target) + length.milliseconds;
}

/**
 * What an allowance comes to from `startedAt`, in milliseconds of its own basis, as described at `Allowance`. From
 * here on days are no longer special: pauses, shares and what is left are all counted against this number.
 */
export function budgetOf(startedAt: Epoch, allowance: Allowance, calendar: CompiledCalendar): number {
  const { text, basis } = allowance;
  const duration = parseDuration(text);
  if (duration.kind === 'length') {
    return (basis === 'clock' ? clockLength : workingLength)(startedAt, duration, calendar);
  }
  if (duration.kind === 'same-day' && basis === 'clock') {
    const day = localDay(calendar.clock, covered(calendar, startedAt));
    return covered(calendar, midnight(calendar.clock, day + 1)) - startedAt;
  }
  const closing = covered(calendar, calendar.closes[workingDayAt(calendar, startedAt)]!);
  return basis === 'clock' ? closing - startedAt : workingBetween(calendar, startedAt, closing);
}
