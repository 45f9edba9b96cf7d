import { dayOf, fromLocal, HOUR, ms, nowMs } from '../ui/time.ts';
import { t } from '../words/words.ts';

/** The stretches of time that records are looked at in. */
export const periods = ['today', 'week', 'month', 'last_month', 'year'] as const;
export type Period = (typeof periods)[number];

export function periodWords(period: Period): string {
  return t(`period.${period}`);
}

/** All of them, to choose from. */
export function periodOptions(): { value: Period; label: string }[] {
  return periods.map((value) => ({ value, label: periodWords(value) }));
}

export function periodIn(value: unknown): Period | undefined {
  return periods.find((one) => one === value);
}

const startOf = (day: string): string => fromLocal(`${day}T00:00`)!;

/** One day on the centre's calendar. */
export function spanOfDay(day: string): { from: string; until: string } {
  const next = dayOf(ms(fromLocal(`${day}T12:00`)!) + 24 * HOUR);
  return { from: startOf(day), until: startOf(next) };
}

/** From when until when, on the centre's calendar; a period that still runs has no end. */
export function spanOf(period: Period | undefined, now = nowMs()): { from?: string; until?: string } {
  if (period === undefined) return {};
  const today = dayOf(now);
  if (period === 'today') return { from: startOf(today) };
  if (period === 'week') return { from: startOf(dayOf(ms(fromLocal(`${today}T12:00`)!) - 6 * 24 * HOUR)) };
  const month = startOf(`${today.slice(0, 7)}-01`);
  if (period === 'month') return { from: month };
  if (period === 'year') return { from: startOf(`${today.slice(0, 4)}-01-01`) };
  const before = dayOf(ms(month) - 12 * HOUR).slice(0, 7);
  return { from: startOf(`${before}-01`), until: month };
}
