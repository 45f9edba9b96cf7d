import type { Epoch } from '../time.ts';
import { MINUTE } from '../time.ts';
import type { CompiledCalendar } from './compile.ts';
import type { DayNumber } from './date.ts';
import { weekdayOf } from './date.ts';
import { localDay, midnight, momentOf } from './zone.ts';

/**
 * Why nothing is counted: `off-hours` before the opening or after the closing of a day that opens, `break` between two
 * spans of one day, `weekend` a Saturday or Sunday and `closed-day` another weekday that never opens, `holiday` a date
 * entered as closed (`name` says which).
 */
export type ClosedWhy = 'off-hours' | 'break' | 'weekend' | 'closed-day' | 'holiday';

export type Closed = { readonly from: Epoch; readonly to: Epoch; readonly why: ClosedWhy; readonly name?: string };

type Reason = { why: ClosedWhy; name?: string };

function whyClosed(calendar: CompiledCalendar, day: DayNumber, from: Epoch, to: Epoch): Reason {
  const spans = calendar.spansOf(day);
  if (spans.length === 0) {
    const exception = calendar.exceptions.get(day);
    if (exception) return { why: 'holiday', name: exception.name };
    return { why: weekdayOf(day) > 5 ? 'weekend' : 'closed-day' };
  }
  const opens = momentOf(calendar.clock, (day * 1_440 + spans[0]!.from) * MINUTE);
  const closes = momentOf(calendar.clock, (day * 1_440 + Math.max(...spans.map((span) => span.to))) * MINUTE);
  return { why: to <= opens || from >= closes ? 'off-hours' : 'break' };
}

/**
 * Cuts closed time at local midnights, says of each piece why it is closed, and joins neighbours of the same reason.
 */
export function whyAllClosed(calendar: CompiledCalendar, from: Epoch, to: Epoch): Closed[] {
  const pieces: Closed[] = [];
  let start = from;
  for (let date = localDay(calendar.clock, from); start < to; date += 1) {
    const end = Math.min(to, midnight(calendar.clock, date + 1));
    // Empty where a zone skips a whole date.
    if (end <= start) continue;
    const reason = whyClosed(calendar, date, start, end);
    const last = pieces.at(-1);
    if (last && last.why === reason.why && last.name === reason.name) pieces[pieces.length - 1] = { ...last, to: end };
    else pieces.push({ from: start, to: end, ...reason });
    start = end;
  }
  return pieces;
}
