import type { Instant } from '../time.ts';
import { epochOf, instantOf } from '../time.ts';
import { dateOf, dayNumber, weekdayOf } from './date.ts';
import { localDay, midnight, zoneClock } from './zone.ts';

/** How often something recurs, and how long what is counted together lasts. */
export const PERIODS = ['day', 'week', 'month', 'quarter', 'half_year', 'year'] as const;
export type PeriodLength = (typeof PERIODS)[number];

/** A stretch of the calendar where the centre stands: from the first moment of its first day to that of the next one's. */
export type Period<Length extends PeriodLength = PeriodLength> = {
  period: Length;
  /** Its first day, YYYY-MM-DD. */
  begins: string;
  from: Instant;
  until: Instant;
};

const MONTHS = { month: 1, quarter: 3, half_year: 6, year: 12 } as const;

function firstOfMonth(year: number, month: number): number {
  return dayNumber(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`)!;
}

/** First day of the period that a day lies in, and of the one after. A week begins on Monday. */
function bounds(length: PeriodLength, day: number): [number, number] {
  if (length === 'day') return [day, day + 1];
  if (length === 'week') {
    const monday = day - (weekdayOf(day) - 1);
    return [monday, monday + 7];
  }
  const [year, month] = dateOf(day).split('-').map(Number) as [number, number];
  const first = month - ((month - 1) % MONTHS[length]);
  const next = first + MONTHS[length];
  return [firstOfMonth(year, first), next > 12 ? firstOfMonth(year + 1, next - 12) : firstOfMonth(year, next)];
}

function periodOfDay<Length extends PeriodLength>(length: Length, zone: string, day: number): Period<Length> {
  const [first, next] = bounds(length, day);
  const wall = zoneClock(zone, Number(dateOf(first).slice(0, 4)), Number(dateOf(next).slice(0, 4)));
  return {
    period: length,
    begins: dateOf(first),
    from: instantOf(midnight(wall, first)),
    until: instantOf(midnight(wall, next)),
  };
}

type Begun<Length extends PeriodLength> = Pick<Period<Length>, 'period' | 'begins'>;

/** The period that a moment lies in. */
export function periodOf<Length extends PeriodLength>(length: Length, zone: string, moment: Instant): Period<Length> {
  const year = Number(moment.slice(0, 4));
  return periodOfDay(length, zone, localDay(zoneClock(zone, year, year), epochOf(moment)));
}

export function periodAfter<Length extends PeriodLength>(begun: Begun<Length>, zone: string): Period<Length> {
  return periodOfDay(begun.period, zone, bounds(begun.period, dayNumber(begun.begins)!)[1]);
}

export function periodBefore<Length extends PeriodLength>(begun: Begun<Length>, zone: string): Period<Length> {
  return periodOfDay(begun.period, zone, dayNumber(begun.begins)! - 1);
}
