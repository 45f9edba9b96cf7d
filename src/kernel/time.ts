/**
 * A moment, written `2026-11-21T19:06:53.123Z`: always UTC, always milliseconds, always 24 characters. So moments
 * compare with `<`, go to PostgreSQL and into JSON as they are, and never lose digits in a page cursor.
 */
export type Instant = string & { readonly __instant: never };

/** Milliseconds since 1970-01-01T00:00Z; the engine counts in these. */
export type Epoch = number;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Reads any ISO 8601 moment with an offset. Throws a RangeError where it is none. */
export function instant(text: string): Instant {
  return new Date(text).toISOString() as Instant;
}

export function instantOf(epoch: Epoch): Instant {
  return new Date(epoch).toISOString() as Instant;
}

/** For a library that knows no other moment than a `Date`. */
export function dateAt(moment: Instant): Date {
  return new Date(moment);
}

export function epochOf(moment: Instant): Epoch {
  return Date.parse(moment);
}

export function plus(moment: Instant, milliseconds: number): Instant {
  return instantOf(epochOf(moment) + milliseconds);
}

/** Milliseconds from `start` to `end`; negative where `end` comes first. */
export function between(start: Instant, end: Instant): number {
  return epochOf(end) - epochOf(start);
}

export function earlier<Moment extends Instant>(one: Moment, other: Moment): Moment {
  return one < other ? one : other;
}

export function later<Moment extends Instant>(one: Moment, other: Moment): Moment {
  return one > other ? one : other;
}

/** Where "now" comes from. Only `main.ts` takes the real one; tests and the demo move theirs by hand. */
export type Clock = { now(): Instant };

export const systemClock: Clock = { now: () => instantOf(Date.now()) };

export type MovedClock = Clock & {
  set(moment: Instant): void;
  advance(milliseconds: number): void;
};

export function movedClock(start: Instant): MovedClock {
  let current = start;
  return {
    now: () => current,
    set: (moment) => {
      current = moment;
    },
    advance: (milliseconds) => {
      current = plus(current, milliseconds);
    },
  };
}
