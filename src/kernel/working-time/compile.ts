import type { Epoch } from '../time.ts';
import { DAY, MINUTE } from '../time.ts';
import type { CalendarException, CalendarRules, MinuteSpan, Span } from './calendar.ts';
import { minuteSpan } from './calendar.ts';
import type { DayNumber, Weekday } from './date.ts';
import { dateOf, dayNumber, firstOfYear, weekdayOf } from './date.ts';
import type { ZoneClock } from './zone.ts';
import { localDay, midnight, momentOf, zoneClock } from './zone.ts';

/** Some years of a calendar as open intervals of UTC, so that counting is a binary search and never a walk. */
export type CompiledCalendar = {
  readonly rules: CalendarRules;
  readonly clock: ZoneClock;
  /** Local new year of the first year, and of the year after the last. What lies outside is unknown, not closed. */
  readonly from: Epoch;
  readonly to: Epoch;
  /** Open from `starts[i]` until just before `ends[i]`; disjoint, ascending, never touching. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Open milliseconds before `starts[i]`; one longer than `starts`, its last is all of it. */
  readonly before: Float64Array;
  /** The working days: dates on which something opens. */
  readonly days: Int32Array;
  /** When working day `i` has closed for the last time; never before the day preceding it. */
  readonly closes: Float64Array;
  readonly exceptions: ReadonlyMap<DayNumber, CalendarException>;
  /** The spans that open on a date, by opening. */
  readonly spansOf: (day: DayNumber) => readonly MinuteSpan[];
};

/**
 * Thrown where an answer would lie outside the compiled years: whoever holds the calendar compiles more and asks
 * again.
 */
export class BeyondCalendar extends RangeError {}

export function covers(calendar: CompiledCalendar, at: Epoch): boolean {
  return at >= calendar.from && at <= calendar.to;
}

/** Gives the moment back, or throws BeyondCalendar where it lies outside the compiled years. */
export function covered(calendar: CompiledCalendar, at: Epoch): Epoch {
  if (covers(calendar, at)) return at;
  const first = dateOf(localDay(calendar.clock, calendar.from));
  const last = dateOf(localDay(calendar.clock, calendar.to) - 1);
  throw new BeyondCalendar(`the calendar is compiled from ${first} to ${last}, which does not reach the moment ${at}`);
}

function minuteSpans(spans: readonly Span[]): MinuteSpan[] {
  const minutes = spans.map((span) => {
    const read = minuteSpan(span);
    if (!read) throw new RangeError(`not a span: ${span.from}-${span.to}`);
    return read;
  });
  return minutes.sort((one, other) => one.from - other.from);
}

function daySpans(rules: CalendarRules): CompiledCalendar['spansOf'] {
  const weekly = new Map<Weekday, MinuteSpan[]>();
  for (const weekday of [1, 2, 3, 4, 5, 6, 7] as const) weekly.set(weekday, minuteSpans(rules.weekly[weekday]));
  const dated = new Map<DayNumber, MinuteSpan[]>();
  for (const { date, spans } of rules.exceptions) dated.set(dayNumber(date)!, minuteSpans(spans));
  return (day) => dated.get(day) ?? weekly.get(weekdayOf(day))!;
}

type Opened = { starts: number[]; ends: number[]; days: number[]; closes: number[] };

/**
 * Adds one date's spans. Merges what touches or overlaps; what falls wholly into a skipped hour has no length and is
 * dropped.
 */
function openDay(opened: Opened, clock: ZoneClock, day: DayNumber, spans: readonly MinuteSpan[]): void {
  const { starts, ends, days, closes } = opened;
  let closing = -Infinity;
  for (const span of spans) {
    const start = momentOf(clock, day * DAY + span.from * MINUTE);
    const end = momentOf(clock, day * DAY + span.to * MINUTE);
    if (end <= start) continue;
    closing = Math.max(closing, end);
    if (start <= (ends.at(-1) ?? -Infinity)) {
      ends[ends.length - 1] = Math.max(ends.at(-1)!, end);
    } else {
      starts.push(start);
      ends.push(end);
    }
  }
  if (closing === -Infinity) return;
  days.push(day);
  closes.push(Math.max(closing, closes.at(-1) ?? closing));
}

function prefixSums(starts: readonly number[], ends: readonly number[]): Float64Array {
  const sums = new Float64Array(starts.length + 1);
  for (let at = 0; at < starts.length; at += 1) sums[at + 1] = sums[at]! + ends[at]! - starts[at]!;
  return sums;
}

/**
 * Compiles the years `fromYear` to `toYear`, both whole. Twelve years of reception hours take about 10 ms and 200 kB;
 * wall times that a change of the clock skips or repeats are read as `momentOf` says. Trusts the rules (see
 * `whyNotCalendar`).
 */
export function compileCalendar(rules: CalendarRules, fromYear: number, toYear: number): CompiledCalendar {
  const clock = zoneClock(rules.zone, fromYear, toYear);
  const spansOf = daySpans(rules);
  const opened: Opened = { starts: [], ends: [], days: [], closes: [] };
  const end = firstOfYear(toYear + 1);
  // From the day before, whose night shift reaches into the first year, to the day after, so that `to` itself is known.
  for (let day = firstOfYear(fromYear) - 1; day <= end; day += 1) openDay(opened, clock, day, spansOf(day));
  return {
    rules,
    clock,
    from: midnight(clock, firstOfYear(fromYear)),
    to: midnight(clock, end),
    starts: Float64Array.from(opened.starts),
    ends: Float64Array.from(opened.ends),
    before: prefixSums(opened.starts, opened.ends),
    days: Int32Array.from(opened.days),
    closes: Float64Array.from(opened.closes),
    exceptions: new Map(rules.exceptions.map((exception) => [dayNumber(exception.date)!, exception])),
    spansOf,
  };
}
