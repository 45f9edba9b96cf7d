import type { Instant } from '../../../src/kernel/time.ts';
import { dateOf, dayNumber, weekdayOf } from '../../../src/kernel/working-time/date.ts';
import { absoluteDay, dayOf, fromLocal, monthOf, nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { FigureSearch, Length } from './search.ts';

/** First day, and the first day after it. */
type Days = { first: string; next: string };

const MONTHS = { month: 1, quarter: 3 } as const;

/** `month` counts from 0, and may lie in another year. */
function monthStart(year: number, month: number): string {
  const years = Math.floor(month / 12);
  return `${year + years}-${String(month - years * 12 + 1).padStart(2, '0')}-01`;
}

/** The day, week, month or quarter that a day lies in, or the one so many away. */
function around(length: Exclude<Length, 'custom'>, day: string, away: number): Days {
  if (length === 'day' || length === 'week') {
    const size = length === 'day' ? 1 : 7;
    const number = dayNumber(day)!;
    const first = number - (length === 'week' ? weekdayOf(number) - 1 : 0) + away * size;
    return { first: dateOf(first), next: dateOf(first + size) };
  }
  const months = MONTHS[length];
  const [year, month] = day.split('-').map(Number) as [number, number];
  const first = month - 1 - ((month - 1) % months) + away * months;
  return { first: monthStart(year, first), next: monthStart(year, first + months) };
}

const today = (): string => dayOf(nowMs());

/** Which days the address means; this month, where it says nothing. */
export function daysOf({ length = 'month', day = today(), last }: FigureSearch, away = 0): Days {
  if (length !== 'custom') return around(length, day, away);
  const end = last !== undefined && last >= day ? last : day;
  return { first: day, next: dateOf(dayNumber(end)! + 1) };
}

/** From the first moment of the period to that of the next, on the centre's wall clock. */
export function spanOf(search: FigureSearch): { from: Instant; until: Instant } {
  const { first, next } = daysOf(search);
  return { from: fromLocal(`${first}T00:00`)!, until: fromLocal(`${next}T00:00`)! };
}

export function hasBegun({ first }: Days): boolean {
  return first <= today();
}

/** `November 2026`, `16 Nov 2026 – 22 Nov 2026`. */
export function periodWords(search: FigureSearch): string {
  const { first, next } = daysOf(search);
  if ((search.length ?? 'month') === 'month') return monthOf(fromLocal(`${first}T12:00`)!);
  const last = dateOf(dayNumber(next)! - 1);
  return first === last
    ? absoluteDay(first)
    : t('figures.from_to', { from: absoluteDay(first), to: absoluteDay(last) });
}

/** How a period of that length is cut in time, unless somebody says otherwise. */
export function partOf(length: Length = 'month'): string {
  return { day: 'day', week: 'day', month: 'week', quarter: 'month', custom: 'week' }[length];
}
