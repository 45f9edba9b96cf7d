import type { Instant } from '../kernel/time.ts';
import { instantOf } from '../kernel/time.ts';
import { dayNumber } from '../kernel/working-time/date.ts';
import { midnight, zoneClock } from '../kernel/working-time/zone.ts';

/** The first moment of a day (YYYY-MM-DD) in a zone. */
export function beginOf(day: string, zone: string): Instant {
  const year = Number(day.slice(0, 4));
  return instantOf(midnight(zoneClock(zone, year, year), dayNumber(day)!));
}
