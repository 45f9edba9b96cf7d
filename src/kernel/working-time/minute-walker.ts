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

/** Moments are milliseconds since the walk began, which is at a whole minute. */
const minuteOf = (at: number): number => Math.floor(at / MINUTE);

function firstMinute(walked: Walk, from: number, holds: (minute: number) => boolean): number {
  for (let at = from; at < walked.open.length; at += 1) if (holds(at)) return at;
  throw new EndOfWalk();
}

/** A walk cut also within minutes, where somebody begins or stops: piece `i` goes from `starts[i]` to `starts[i + 1]`. */
export type Pieces = { readonly starts: Float64Array; readonly counts: Uint8Array };

/** Cuts a walk from `start` on, at minutes and at `edges`; `counts` says of a piece's beginning whether it counts. */
export function cut(
  walked: Walk,
  start: number,
  edges: readonly number[],
  counts: (at: number, open: boolean) => boolean,
): Pieces {
  const sorted = edges.filter((edge) => edge > start).sort((one, other) => one - other);
  const starts = new Float64Array(walked.open.length - minuteOf(start) + sorted.length + 1);
  const counting = new Uint8Array(starts.length - 1);
  let [pieces, edge] = [0, 0];
  const begin = (at: number): void => {
    if (counts(at, walked.open[minuteOf(at)] === 1)) counting[pieces] = 1;
    starts[pieces++] = at;
  };
  for (let minute = minuteOf(start); minute < walked.open.length; minute += 1) {
    begin(Math.max(start, minute * MINUTE));
    for (; sorted[edge]! < (minute + 1) * MINUTE; edge += 1) begin(sorted[edge]!);
  }
  starts[pieces] = walked.open.length * MINUTE;
  return { starts: starts.subarray(0, pieces + 1), counts: counting.subarray(0, pieces) };
}

/** How much counted from one moment to another. */
export function countedBetween({ starts, counts }: Pieces, from: number, to: number): number {
  if (to > starts[counts.length]!) throw new EndOfWalk();
  let sum = 0;
  // a minute is one piece or more: so many may be passed over unseen
  for (let at = Math.max(0, minuteOf(from) - minuteOf(starts[0]!)); at < counts.length && starts[at]! < to; at += 1) {
    if (counts[at] && starts[at + 1]! > from) sum += Math.min(starts[at + 1]!, to) - Math.max(starts[at]!, from);
  }
  return sum;
}

export function openTime(walked: Walk, from: number, to: number): number {
  if (to > walked.open.length * MINUTE) throw new EndOfWalk();
  let sum = 0;
  for (let minute = minuteOf(from); minute * MINUTE < to; minute += 1)
    if (walked.open[minute] === 1) sum += Math.min((minute + 1) * MINUTE, to) - Math.max(minute * MINUTE, from);
  return sum;
}

/** The earliest working day that is not over at a moment. */
function workingDay(walked: Walk, at: number): string {
  for (const [date, last] of [...walked.lastOpen].sort()) if (last >= minuteOf(at)) return date;
  throw new EndOfWalk();
}

type Days = { weeks: number; days: number; milliseconds: number };

function daysOf(text: string): Days {
  const { weeks, days, hours, minutes, seconds } = Temporal.Duration.from(text);
  return { weeks, days, milliseconds: ((hours * 60 + minutes) * 60 + seconds) * 1_000 };
}

/** When the wall first shows a time, so many milliseconds into its minute; a time that is skipped stands at the jump. */
function whenShown(walked: Walk, from: number, wanted: string, within: number): number {
  const minute = firstMinute(walked, minuteOf(from), (at) => walked.wall[at]! >= wanted);
  return minute * MINUTE + (walked.wall[minute] === wanted ? within : 0);
}

function clockTime(walked: Walk, start: number, { weeks, days, milliseconds }: Days): number {
  if (weeks + days === 0) return milliseconds;
  const target = Temporal.PlainDateTime.from(walked.wall[minuteOf(start)]!).add({ weeks, days });
  const wanted = target.toString({ smallestUnit: 'minute' });
  return whenShown(walked, start, wanted, start % MINUTE) - start + milliseconds;
}

function workingTime(walked: Walk, start: number, { weeks, days, milliseconds }: Days): number {
  if (weeks + days === 0) return milliseconds;
  const minute = firstMinute(walked, minuteOf(start), (at) => walked.open[at] === 1);
  const opened = Math.max(minute * MINUTE, start);
  const day = workingDay(walked, opened);
  const midnight = Temporal.PlainDateTime.from(day);
  const timeOfDay = midnight.until(Temporal.PlainDateTime.from(walked.wall[minute]!), { largestUnit: 'minutes' });
  const earliest = midnight.add({ weeks }).toPlainDate().toString();
  const last = [...walked.lastOpen.keys()].sort().filter((date) => date >= earliest)[days];
  if (last === undefined) throw new EndOfWalk();
  const wanted = Temporal.PlainDateTime.from(last).add(timeOfDay).toString({ smallestUnit: 'minute' });
  return openTime(walked, opened, whenShown(walked, opened, wanted, opened % MINUTE)) + milliseconds;
}

/** What an allowance comes to, in milliseconds of its basis. */
export function allowedTime(walked: Walk, start: number, { text, basis }: Allowance): number {
  if (text.startsWith('P')) return (basis === 'clock' ? clockTime : workingTime)(walked, start, daysOf(text));
  if (text === 'same-day' && basis === 'clock') {
    const today = walked.wall[minuteOf(start)]!.slice(0, 10);
    return firstMinute(walked, minuteOf(start), (at) => walked.wall[at]!.slice(0, 10) > today) * MINUTE - start;
  }
  const end = walked.lastOpen.get(workingDay(walked, start))! + 1;
  // The walk's last day may not be over.
  if (end === walked.open.length) throw new EndOfWalk();
  return basis === 'clock' ? end * MINUTE - start : openTime(walked, start, end * MINUTE);
}

/** The moment by which `wanted` milliseconds have counted from the first piece on; none at all: the first at which something would. */
export function whenCounted(wanted: number, { starts, counts }: Pieces): number {
  let left = wanted;
  for (let at = 0; at < counts.length; at += 1) {
    if (!counts[at]) continue;
    if (left === 0) return starts[at]!;
    const length = starts[at + 1]! - starts[at]!;
    if (left <= length) return starts[at]! + left;
    left -= length;
  }
  throw new EndOfWalk();
}
