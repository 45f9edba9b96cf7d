import type { Allowance } from '../duration.ts';
import { Temporal } from '../temporal.ts';
import type { Epoch } from '../time.ts';
import { MINUTE } from '../time.ts';
import type { CalendarRules, Span } from './calendar.ts';

// For the tests: working time as a person with a clock on the wall would count it, one minute at a time. It shares no
// code with the compiled calendar; it looks at the wall through Temporal, compares texts, and is several thousand
// times slower.

/** Some weeks, minute by minute. `wall[i]` is what the wall shows, `2026-10-01T08:30`. */
export type Walk = {
  readonly start: Epoch;
  readonly wall: readonly string[];
  readonly open: Uint8Array;
  /** Why nothing counts there: the name of a date entered as closed. */
  readonly holiday: readonly (string | undefined)[];
  /** Working days, and the last minute of each that is open. */
  readonly lastOpen: ReadonlyMap<string, number>;
};

function spansOn(rules: CalendarRules, date: Temporal.PlainDate): readonly Span[] {
  const exception = rules.exceptions.find((one) => one.date === date.toString());
  return exception ? exception.spans : rules.weekly[date.dayOfWeek as 1];
}

/** What bears on a date: its own spans, and yesterday's night shifts. */
type Bearing = { date: string; today: readonly Span[]; yesterday: string; nightShifts: readonly Span[] };

function bearingOn(rules: CalendarRules, date: string): Bearing {
  const day = Temporal.PlainDate.from(date);
  const before = day.subtract({ days: 1 });
  const nightShifts = spansOn(rules, before).filter(({ from, to }) => to <= from);
  return { date, today: spansOn(rules, day), yesterday: before.toString(), nightShifts };
}

/** The dates whose hours a time belongs to: its own, and yesterday's where a night shift of that is not over. */
function openDates({ date, today, yesterday, nightShifts }: Bearing, time: string): string[] {
  const dates = nightShifts.some(({ to }) => time < to) ? [yesterday] : [];
  return today.some(({ from, to }) => from <= time && (time < to || to <= from)) ? [...dates, date] : dates;
}

export function walk(rules: CalendarRules, start: Epoch, minutes: number): Walk {
  const wall: string[] = [];
  const holiday: (string | undefined)[] = [];
  const open = new Uint8Array(minutes);
  const lastOpen = new Map<string, number>();
  let latest = '';
  let dates: string[] = [];
  let bearing = bearingOn(rules, '2000-01-01');
  const holidays = new Map(rules.exceptions.filter((one) => one.spans.length === 0).map((one) => [one.date, one.name]));
  for (let at = 0; at < minutes; at += 1) {
    const zoned = Temporal.Instant.fromEpochMilliseconds(start + at * MINUTE).toZonedDateTimeISO(rules.zone);
    const text = zoned.toString({ smallestUnit: 'minute', timeZoneName: 'never', offset: 'never' });
    const date = text.slice(0, 10);
    // In an hour that comes a second time nothing opens and nothing closes: it is as it was before.
    if (text > latest) {
      if (bearing.date !== date) bearing = bearingOn(rules, date);
      dates = openDates(bearing, text.slice(11));
      latest = text;
    }
    wall.push(text);
    holiday.push(holidays.get(date));
    open[at] = dates.length > 0 ? 1 : 0;
    for (const day of dates) lastOpen.set(day, at);
  }
  return { start, wall, open, holiday, lastOpen };
}

/** Thrown where somebody would have to look at the wall later than the walk goes. */
export class EndOfWalk extends Error {}

function firstMinute(walked: Walk, from: number, holds: (minute: number) => boolean): number {
  for (let at = from; at < walked.open.length; at += 1) if (holds(at)) return at;
  throw new EndOfWalk();
}

export function openMinutes(walked: Walk, from: number, to: number): number {
  if (to > walked.open.length) throw new EndOfWalk();
  let count = 0;
  for (let at = from; at < to; at += 1) count += walked.open[at]!;
  return count;
}

/** The earliest working day that is not over at a minute. */
function workingDay(walked: Walk, minute: number): string {
  for (const [date, last] of [...walked.lastOpen].sort()) if (last >= minute) return date;
  throw new EndOfWalk();
}

type Days = { weeks: number; days: number; minutes: number };

function daysOf(text: string): Days {
  const { weeks, days, hours, minutes } = Temporal.Duration.from(text);
  return { weeks, days, minutes: hours * 60 + minutes };
}

function clockMinutes(walked: Walk, start: number, { weeks, days, minutes }: Days): number {
  if (weeks + days === 0) return minutes;
  const target = Temporal.PlainDateTime.from(walked.wall[start]!).add({ weeks, days });
  const wanted = target.toString({ smallestUnit: 'minute' });
  return firstMinute(walked, start, (at) => walked.wall[at]! >= wanted) - start + minutes;
}

function workingMinutes(walked: Walk, start: number, { weeks, days, minutes }: Days): number {
  if (weeks + days === 0) return minutes;
  const opened = firstMinute(walked, start, (at) => walked.open[at] === 1);
  const day = workingDay(walked, opened);
  const midnight = Temporal.PlainDateTime.from(day);
  const timeOfDay = midnight.until(Temporal.PlainDateTime.from(walked.wall[opened]!), { largestUnit: 'minutes' });
  const earliest = midnight.add({ weeks }).toPlainDate().toString();
  const last = [...walked.lastOpen.keys()].sort().filter((date) => date >= earliest)[days];
  if (last === undefined) throw new EndOfWalk();
  const wanted = Temporal.PlainDateTime.from(last).add(timeOfDay).toString({ smallestUnit: 'minute' });
  return (
    openMinutes(
      walked,
      opened,
      firstMinute(walked, opened, (at) => walked.wall[at]! >= wanted),
    ) + minutes
  );
}

/** What an allowance comes to, in minutes of its basis. */
export function allowedMinutes(walked: Walk, start: number, { text, basis }: Allowance): number {
  if (text.startsWith('P')) return (basis === 'clock' ? clockMinutes : workingMinutes)(walked, start, daysOf(text));
  if (text === 'same-day' && basis === 'clock') {
    const today = walked.wall[start]!.slice(0, 10);
    return firstMinute(walked, start, (at) => walked.wall[at]!.slice(0, 10) > today) - start;
  }
  const end = walked.lastOpen.get(workingDay(walked, start))! + 1;
  // The walk's last day may not be over.
  if (end === walked.open.length) throw new EndOfWalk();
  return basis === 'clock' ? end - start : openMinutes(walked, start, end);
}

/** The minute by whose beginning `wanted` minutes have counted; none at all: the first that would. */
export function whenCounted(start: number, wanted: number, counts: Uint8Array): number {
  let left = wanted;
  for (let at = start; at < counts.length; at += 1) {
    if (counts[at] === 0) continue;
    if (left === 0) return at;
    left -= 1;
    if (left === 0) return at + 1;
  }
  throw new EndOfWalk();
}
