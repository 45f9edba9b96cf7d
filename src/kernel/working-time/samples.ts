import { Temporal } from '../temporal.ts';
import type { Epoch } from '../time.ts';
import type { CalendarException, CalendarRules, Span } from './calendar.ts';

// Calendars and moments for the tests of this folder. Moments are read and written by Temporal, not by the code they
// test.

export function hours(...texts: string[]): Span[] {
  return texts.map((text) => ({ from: text.slice(0, 5), to: text.slice(6) }));
}

export function calendarOf(
  zone: string,
  weekdays: Span[],
  weekend: Span[] = [],
  exceptions: CalendarException[] = [],
): CalendarRules {
  const weekly = { 1: weekdays, 2: weekdays, 3: weekdays, 4: weekdays, 5: weekdays, 6: weekend, 7: weekend };
  return { zone, weekly, exceptions };
}

/** `2026-10-01 08:30` on the wall in `zone`; of a time that comes twice, the first. */
export function moment(text: string, zone = 'Asia/Shanghai'): Epoch {
  return Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(zone).epochMilliseconds;
}

/** `Thu 2026-10-01 08:30`, with seconds only where there are any. */
export function shown(at: Epoch | null, zone = 'Asia/Shanghai'): string | null {
  if (at === null) return null;
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][local.dayOfWeek - 1];
  const time = local.toPlainTime().toString({ smallestUnit: at % 60_000 === 0 ? 'minute' : 'millisecond' });
  return `${weekday} ${local.toPlainDate().toString()} ${time}`;
}
