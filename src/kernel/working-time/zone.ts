import { Temporal } from '../temporal.ts';
import type { Epoch } from '../time.ts';
import { DAY } from '../time.ts';
import type { DayNumber } from './date.ts';
import { firstOfYear } from './date.ts';

/** What a clock on the wall shows, in milliseconds since it showed 1970-01-01 00:00. */
export type Wall = number;

/** A zone's clock over some years: from `starts[i]` on, the wall is `offsets[i]` ahead of UTC. */
export type ZoneClock = {
  readonly zone: string;
  readonly starts: Float64Array;
  readonly offsets: Float64Array;
};

/** Asks Temporal for every change of the clock (about 0.2 ms each), so that all else is addition. */
export function zoneClock(zone: string, fromYear: number, toYear: number): ZoneClock {
  // A day more on either side: local new year is up to 14 hours off UTC's.
  const from = (firstOfYear(fromYear) - 2) * DAY;
  const to = (firstOfYear(toYear + 1) + 2) * DAY;
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  const starts = [-Infinity];
  const offsets = [at.offsetNanoseconds / 1e6];
  for (;;) {
    at = at.getTimeZoneTransition('next');
    if (!at || at.epochMilliseconds >= to) break;
    starts.push(at.epochMilliseconds);
    offsets.push(at.offsetNanoseconds / 1e6);
  }
  return { zone, starts: Float64Array.from(starts), offsets: Float64Array.from(offsets) };
}

export function wallAt(clock: ZoneClock, at: Epoch): Wall {
  let last = clock.starts.length - 1;
  while (clock.starts[last]! > at) last -= 1;
  return at + clock.offsets[last]!;
}

/**
 * When the wall first shows at least `wall`. So a time that is skipped in spring stands at the jump, and of a time that
 * comes twice in autumn the first is meant: the second time round nothing opens and nothing closes.
 */
export function momentOf(clock: ZoneClock, wall: Wall): Epoch {
  const { starts, offsets } = clock;
  let at = 0;
  while (at + 1 < starts.length && wall >= starts[at + 1]! + offsets[at]!) at += 1;
  return Math.max(wall - offsets[at]!, starts[at]!);
}

export function midnight(clock: ZoneClock, day: DayNumber): Epoch {
  return momentOf(clock, day * DAY);
}

export function localDay(clock: ZoneClock, at: Epoch): DayNumber {
  return Math.floor(wallAt(clock, at) / DAY);
}
