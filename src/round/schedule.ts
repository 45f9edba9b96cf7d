import type { Instant } from '../kernel/time.ts';
import { DAY, epochOf, instantOf, MINUTE } from '../kernel/time.ts';
import type { CompiledCalendar } from '../kernel/working-time/compile.ts';
import type { DayNumber } from '../kernel/working-time/date.ts';
import { dayNumber } from '../kernel/working-time/date.ts';
import type { Period } from '../kernel/working-time/period.ts';
import { localDay, midnight, momentOf } from '../kernel/working-time/zone.ts';
import type { PlanContent } from './plan.ts';

export type Recurring = Exclude<PlanContent['every'], 'unplanned'>;
export type Schedule = Pick<PlanContent, 'on' | 'days' | 'by'> & { every: Recurring };
export type RoundPeriod = Period<Recurring>;

/** How a plan recurs; null: it does not, it is begun by hand. */
export function scheduleOf(content: PlanContent): Schedule | null {
  const { every, on, days, by } = content;
  return every === 'unplanned' ? null : { every, on, days, by };
}

/** One time a plan is walked. `startsAt`: when the reception opens that day, from which its ladder counts. */
export type Occurrence = { begins: string; from: Instant; startsAt: Instant; dueAt: Instant };

/**
 * When a plan is walked in a day, week or month; null where it is not, because the reception opens on no day of it. A day that
 * is closed gives way to the next open one of the period, and where none follows, to the last before it.
 */
export function occurrenceIn(schedule: Schedule, period: RoundPeriod, calendar: CompiledCalendar): Occurrence | null {
  const day = dayIn(schedule, period, calendar);
  if (day === null) return null;
  const [hours, minutes] = schedule.by.split(':').map(Number) as [number, number];
  const due = momentOf(calendar.clock, day * DAY + (hours * 60 + minutes) * MINUTE);
  const opening = calendar.spansOf(day)[0];
  const opens = opening && momentOf(calendar.clock, day * DAY + opening.from * MINUTE);
  const starts = opens !== undefined && opens < due ? opens : midnight(calendar.clock, day);
  return { begins: period.begins, from: period.from, startsAt: instantOf(starts), dueAt: instantOf(due) };
}

function dayIn({ every, on, days }: Schedule, period: RoundPeriod, calendar: CompiledCalendar): DayNumber | null {
  const first = dayNumber(period.begins)!;
  const last = localDay(calendar.clock, epochOf(period.until)) - 1;
  const wanted = every === 'day' ? first : Math.min(first + on - 1, last);
  const walked = (day: DayNumber): boolean => days === 'all' || calendar.spansOf(day).length > 0;
  for (let day = wanted; day <= last; day += 1) if (walked(day)) return day;
  for (let day = wanted - 1; day >= first; day -= 1) if (walked(day)) return day;
  return null;
}
