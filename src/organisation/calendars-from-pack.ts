import type { CalendarException, CalendarRules, Span } from '../kernel/working-time/calendar.ts';
import { chineseExceptions } from '../kernel/working-time/chinese-holidays.ts';
import type { Pack } from '../pack/format.ts';

type PackCalendar = Pack['calendars'][number];

/**
 * A pack's calendar as rules. Where China's public holidays close it, those of `years` are written into it, and the
 * make-up working days (调休) open as a Monday does. Years not published yet add nothing: the calendar says so in November.
 */
export function rulesFromPack(calendar: PackCalendar, zone: string, years: readonly number[]): CalendarRules {
  const { weekly } = calendar;
  const week = { 1: weekly['1'], 2: weekly['2'], 3: weekly['3'], 4: weekly['4'], 5: weekly['5'], 6: weekly['6'] };
  return { zone, weekly: { ...week, 7: weekly['7'] }, exceptions: exceptionsOf(calendar, years, weekly['1']) };
}

function exceptionsOf(calendar: PackCalendar, years: readonly number[], makeUp: readonly Span[]): CalendarException[] {
  if (calendar.holidays === 'none') return [];
  return years.flatMap((year) => chineseExceptions(year, makeUp));
}
