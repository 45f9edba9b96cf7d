import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Weekday } from './date.ts';
import { dayNumber } from './date.ts';

/**
 * Open from `from` to `to`, local `HH:MM`. `24:00` closes at midnight; a `to` that is not after `from` closes on the
 * next day (`22:00`-`06:00` is a night shift, `08:00`-`08:00` a round of 24 hours). The span belongs to the date it
 * opens on.
 */
export type Span = { readonly from: string; readonly to: string };

/**
 * One date that is not as its weekday is: no spans is a holiday; spans are a make-up working day (调休) or special
 * hours.
 */
export type CalendarException = { readonly date: string; readonly name: string; readonly spans: readonly Span[] };

/** What an administrator writes down. Plain data: it is versioned, and every commitment names its version. */
export type CalendarRules = {
  /** IANA name, `Asia/Shanghai`. */
  readonly zone: string;
  /** 1 is Monday. A weekday without spans is closed. */
  readonly weekly: Readonly<Record<Weekday, readonly Span[]>>;
  readonly exceptions: readonly CalendarException[];
};

/** Minutes since local midnight of the date it opens on; `to` may reach 2880. */
export type MinuteSpan = { readonly from: number; readonly to: number };

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const MINUTES_A_DAY = 1_440;

function minuteOf(text: string): number | null {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}

export function minuteSpan(span: Span): MinuteSpan | null {
  const from = minuteOf(span.from);
  const to = span.to === '24:00' ? MINUTES_A_DAY : minuteOf(span.to);
  if (from === null || to === null) return null;
  return { from, to: to > from ? to : to + MINUTES_A_DAY };
}

function whyNotSpans(spans: readonly Span[], day: string): Refusal | null {
  const minutes: MinuteSpan[] = [];
  for (const span of spans) {
    const read = minuteSpan(span);
    if (!read) return refusal('calendar.span_malformed', { day, from: span.from, to: span.to });
    minutes.push(read);
  }
  minutes.sort((one, other) => one.from - other.from);
  const overlapping = minutes.some((span, at) => at > 0 && span.from < minutes[at - 1]!.to);
  return overlapping ? refusal('calendar.spans_overlap', { day }) : null;
}

function whyNotExceptions(exceptions: readonly CalendarException[]): Refusal | null {
  const seen = new Set<string>();
  for (const { date, name, spans } of exceptions) {
    if (dayNumber(date) === null) return refusal('calendar.date_malformed', { date });
    if (seen.has(date)) return refusal('calendar.date_twice', { date });
    if (name.trim() === '') return refusal('calendar.exception_unnamed', { date });
    seen.add(date);
    const wrong = whyNotSpans(spans, date);
    if (wrong) return wrong;
  }
  return null;
}

function isZone(zone: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * What is wrong with a calendar, or null. A calendar must open at least once a week, or a promise counted in it would
 * never fall due. Spans of *one* day must not overlap (a slip of the pen); a night shift may run into the next day's
 * hours, and is merged. `params.day` is the weekday's number or the date.
 */
export function whyNotCalendar(rules: CalendarRules): Refusal | null {
  if (!isZone(rules.zone)) return refusal('calendar.zone_unknown', { zone: rules.zone });
  for (const weekday of WEEKDAYS) {
    const wrong = whyNotSpans(rules.weekly[weekday], String(weekday));
    if (wrong) return wrong;
  }
  if (WEEKDAYS.every((weekday) => rules.weekly[weekday].length === 0)) return refusal('calendar.never_opens');
  return whyNotExceptions(rules.exceptions);
}
