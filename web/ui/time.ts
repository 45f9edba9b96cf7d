import type { Instant } from '../../src/kernel/time.ts';
import type { Moment } from '../server/contract.ts';
import { language, locale, t } from '../words/words.ts';

/**
 * The one place of the browser that reads a clock. The server's time rules: a wrong clock on a desk must not make a
 * promise look kept. `skew` is what has to be added to ours to have theirs.
 */
let skew = 0;
let zone = 'UTC';

/** `heardAt`: when this device heard it, by `deviceNow`; just now, unless it was kept since. */
export function setServerNow(now: Instant, heardAt = Date.now()): void {
  skew = Date.parse(now) - heardAt;
}

/** This device's own clock, for how long something has been kept on it. */
export function deviceNow(): number {
  return Date.now();
}

/** All times are shown in the centre's zone, wherever the person sits. */
export function setZone(name: string): void {
  zone = name;
  formats.clear();
}

export function nowMs(): number {
  return Date.now() + skew;
}

export function ms(moment: Moment): number {
  return typeof moment === 'number' ? moment : Date.parse(moment);
}

export function instantOf(epoch: number): Instant {
  return new Date(epoch).toISOString() as Instant;
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale() + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale(), { ...options, timeZone: zone, hourCycle: 'h23' });
  formats.set(key, known);
  return known;
}

const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

/** `16:20` */
export function timeOfDay(epoch: number): string {
  return format(clock).format(epoch);
}

/** `Sat 21 Nov 2026, 16:20`, always complete: for hover, print and read-aloud. */
export function absolute(moment: Moment): string {
  return format({ weekday: 'short', year: 'numeric', month: 'short', day: 'numeric', ...clock }).format(ms(moment));
}

/** `Sat 21 Nov, 16:20`: the steps of an explanation are read together, so relative words would confuse. */
export function weekdayAndTime(moment: Moment): string {
  return format({ weekday: 'short', month: 'short', day: 'numeric', ...clock }).format(ms(moment));
}

/** The date alone, `21 Nov 2026`. */
export function dateOf(moment: Moment): string {
  return format({ year: 'numeric', month: 'short', day: 'numeric' }).format(ms(moment));
}

/** A calendar day, `2026-11-21`, as a date. */
export function absoluteDay(day: string): string {
  return dateOf(fromLocal(`${day}T12:00`)!);
}

/** `Mon 23 Nov`, of a calendar day: for the head of a column. */
export function shortDay(day: string): string {
  return format({ weekday: 'short', month: 'short', day: 'numeric' }).format(ms(fromLocal(`${day}T12:00`)!));
}

/** The month alone, `November 2026`. */
export function monthOf(moment: Moment): string {
  return format({ year: 'numeric', month: 'long' }).format(ms(moment));
}

/** `2026-11-21` in the centre's zone. */
export function dayOf(epoch: number): string {
  const parts = Object.fromEntries(
    format({ year: 'numeric', month: '2-digit', day: '2-digit', calendar: 'gregory', numberingSystem: 'latn' })
      .formatToParts(epoch)
      .map((part) => [part.type, part.value]),
  );
  return `${parts['year']}-${parts['month']}-${parts['day']}`;
}

/** Whole calendar days from today to that moment, in the centre's zone: -1 is yesterday. */
export function daysAway(epoch: number, now: number): number {
  return Math.round((Date.parse(dayOf(epoch)) - Date.parse(dayOf(now))) / (24 * HOUR));
}

/** Near moments as a person says them (`in 12 min`, `yesterday 16:20`), far ones as a date. */
export function spoken(moment: Moment, now = nowMs()): string {
  const at = ms(moment);
  const away = at - now;
  if (Math.abs(away) < MINUTE) return t('time.now');
  if (Math.abs(away) < HOUR) {
    const count = Math.floor(Math.abs(away) / MINUTE);
    return away > 0 ? t('time.in_minutes', { count }) : t('time.minutes_ago', { count });
  }
  const time = timeOfDay(at);
  const days = daysAway(at, now);
  if (days === 0) return t('time.today', { time });
  if (days === 1) return t('time.tomorrow', { time });
  if (days === -1) return t('time.yesterday', { time });
  if (days > 1 && days < 7) return `${format({ weekday: 'short' }).format(at)} ${time}`;
  return dayOf(at).slice(0, 4) === dayOf(now).slice(0, 4)
    ? format({ month: 'short', day: 'numeric', ...clock }).format(at)
    : format({ year: 'numeric', month: 'short', day: 'numeric' }).format(at);
}

/** A length of time in words, two units at most: `1 h 24 min`, `3 d 4 h`. Working time stays in hours, for a working day has no fixed length. */
export function lengthWords(milliseconds: number, basis: 'working' | 'clock' = 'clock'): string {
  const minutes = Math.floor(Math.abs(milliseconds) / MINUTE);
  if (minutes < 1) return t('time.under_a_minute');
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return t('time.minutes', { minutes });
  if (basis === 'clock' && hours >= 48) {
    const days = Math.floor(hours / 24);
    return hours % 24 ? t('time.days_hours', { days, hours: hours % 24 }) : t('time.days', { days });
  }
  return minutes % 60 && hours < 24
    ? t('time.hours_minutes', { hours, minutes: minutes % 60 })
    : t('time.hours', { hours });
}

/** `2026-11-21T16:20` on the centre's wall clock, as a date field wants it. */
export function toLocal(moment: Moment): string {
  return `${dayOf(ms(moment))}T${localTime(ms(moment))}`;
}

function localTime(epoch: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(epoch);
}

/**
 * The moment at which the centre's wall clock shows `local`. An hour that the zone skips in spring is read as the
 * hour after it; of an hour that comes twice in autumn the first is meant.
 */
export function fromLocal(local: string): Instant | null {
  const wanted = Date.parse(`${local}Z`);
  if (Number.isNaN(wanted)) return null;
  const offsetAt = (epoch: number) => Date.parse(`${toLocal(instantOf(epoch))}Z`) - Math.floor(epoch / MINUTE) * MINUTE;
  const before = wanted - offsetAt(wanted - 24 * HOUR);
  const after = wanted - offsetAt(wanted + 24 * HOUR);
  const hits = [before, after].filter((epoch) => Date.parse(`${toLocal(instantOf(epoch))}Z`) === wanted);
  return instantOf(hits.length ? Math.min(...hits) : before);
}

/** A list in words: `a, b and c`. */
export function listWords(parts: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(parts);
}

/** A number the way the person writes it. */
export function numberWords(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

/** The names of the seven days, Monday first. */
export function weekdayNames(style: 'short' | 'long' = 'short'): string[] {
  const names = new Intl.DateTimeFormat(locale(), { weekday: style, timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, day) => names.format(Date.UTC(2024, 0, 1 + day)));
}

/** Sorts names as the person's language does. */
export function byName(one: string, other: string): number {
  return new Intl.Collator(language() === 'en' ? 'en' : locale()).compare(one, other);
}
