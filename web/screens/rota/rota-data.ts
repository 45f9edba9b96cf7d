import type { z } from 'zod';
import { dayNumber, weekdayOf } from '../../../src/kernel/working-time/date.ts';
import type { rotaOut } from '../../../src/rota/view.ts';
import { absoluteDay, listWords, ms, timeOfDay, weekdayNames } from '../../ui/time.ts';
import { t } from '../../words/words.ts';

export type Rota = z.output<typeof rotaOut>;
export type Covered = NonNullable<Rota['days'][number]['telephone']>;
export type Hours = Rota['hours'][number];

type Span = { from: string; until: string };

/** `08:30–12:00`; what ends at midnight ends at 24:00. */
export function spanWords({ from, until }: Span): string {
  const end = timeOfDay(ms(until));
  return `${timeOfDay(ms(from))}–${end === '00:00' ? '24:00' : end}`;
}

export function dayWords(day: string): string {
  return `${weekdayNames('short')[weekdayOf(dayNumber(day)!) - 1]} ${absoluteDay(day)}`;
}

/** `Mon–Fri`, or the days by name. */
export function daysWords(days: readonly number[]): string {
  if (days.length === 7) return t('rota.every_day');
  const names = weekdayNames('short');
  const [first, last] = [days[0]!, days.at(-1)!];
  if (days.length > 2 && last - first === days.length - 1) return `${names[first - 1]}–${names[last - 1]}`;
  return listWords(days.map((day) => names[day - 1]!));
}
