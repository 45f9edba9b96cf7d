import type { Epoch } from '../time.ts';
import type { CompiledCalendar } from './compile.ts';
import { BeyondCalendar, covered } from './compile.ts';

/** The first index in `low..high` whose value is greater than `sought`; `high` where none is. */
export function firstAbove(values: Float64Array | Int32Array, sought: number, low = 0, high = values.length): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (values[middle]! > sought) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The first index whose value is `sought` or greater. */
export function firstFrom(values: Float64Array | Int32Array, sought: number, low = 0, high = values.length): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (values[middle]! >= sought) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Open milliseconds from the first compiled opening to `at`. */
function openBefore(calendar: CompiledCalendar, at: Epoch): number {
  const last = firstAbove(calendar.starts, covered(calendar, at)) - 1;
  if (last < 0) return 0;
  return calendar.before[last]! + Math.min(at, calendar.ends[last]!) - calendar.starts[last]!;
}

/** Working milliseconds from `start` to `end`; negative where `end` comes first. */
export function workingBetween(calendar: CompiledCalendar, start: Epoch, end: Epoch): number {
  return openBefore(calendar, end) - openBefore(calendar, start);
}

/** An opening moment is open, a closing moment is not. */
export function isOpen(calendar: CompiledCalendar, at: Epoch): boolean {
  const last = firstAbove(calendar.starts, covered(calendar, at)) - 1;
  return last >= 0 && at < calendar.ends[last]!;
}

/** `at` itself where it is open, else when it opens next. */
export function nextOpening(calendar: CompiledCalendar, at: Epoch): Epoch {
  const next = firstAbove(calendar.starts, covered(calendar, at));
  if (next > 0 && at < calendar.ends[next - 1]!) return at;
  return openingOf(calendar, next);
}

function openingOf(calendar: CompiledCalendar, index: number): Epoch {
  if (index < calendar.starts.length) return covered(calendar, calendar.starts[index]!);
  throw new BeyondCalendar('the calendar does not open again within the compiled years');
}

/**
 * The earliest moment by which `milliseconds` of working time have passed since `start`. So a deadline that falls on a
 * closing is that closing and not the next opening; what starts outside the hours counts from the next opening; and
 * nothing at all (0) is due as soon as it is open, for nobody owes anything while the office is closed.
 */
export function addWorking(calendar: CompiledCalendar, start: Epoch, milliseconds: number): Epoch {
  if (milliseconds < 0) throw new RangeError('working time is added forwards only');
  if (milliseconds === 0) return nextOpening(calendar, start);
  const sought = openBefore(calendar, start) + milliseconds;
  const interval = firstFrom(calendar.before, sought, 1) - 1;
  if (interval >= calendar.starts.length) {
    throw new BeyondCalendar(`${milliseconds} ms of working time from ${start} do not end within the compiled years`);
  }
  return covered(calendar, calendar.starts[interval]! + sought - calendar.before[interval]!);
}
