import { dateOf, dayNumber } from '../kernel/working-time/date.ts';

/** So many days after a date; before it, where they are negative. */
export function daysAfter(day: string, days: number): string {
  return dateOf(dayNumber(day)! + days);
}
