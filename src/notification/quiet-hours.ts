import type { Instant } from '../kernel/time.ts';
import { DAY, epochOf, HOUR, instantOf, MINUTE } from '../kernel/time.ts';
import type { ZoneClock } from '../kernel/working-time/zone.ts';
import { momentOf, wallAt, zoneClock } from '../kernel/working-time/zone.ts';

/** Hours of the day in which messages to people wait; `from` may be later than `to`, over midnight. */
export type QuietHours = { from: string; to: string };

const clocks = new Map<string, ZoneClock>();

function clockOf(zone: string, year: number): ZoneClock {
  const name = `${zone} ${year}`;
  const known = clocks.get(name) ?? zoneClock(zone, year - 1, year + 1);
  clocks.set(name, known);
  return known;
}

function ofDay(time: string): number {
  return Number(time.slice(0, 2)) * HOUR + Number(time.slice(3)) * MINUTE;
}

/** When a message meant for `at` may be delivered: then, or at the end of the quiet hours it falls into. */
export function afterQuiet(at: Instant, quiet: QuietHours | null, zone: string): Instant {
  if (quiet === null) return at;
  const clock = clockOf(zone, Number(at.slice(0, 4)));
  const wall = wallAt(clock, epochOf(at));
  const time = wall % DAY;
  const [from, to] = [ofDay(quiet.from), ofDay(quiet.to)];
  const overMidnight = from > to;
  const isQuiet = overMidnight ? time >= from || time < to : time >= from && time < to;
  if (!isQuiet) return at;
  const midnight = wall - time + (overMidnight && time >= from ? DAY : 0);
  return instantOf(momentOf(clock, midnight + to));
}
