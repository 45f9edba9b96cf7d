import type { SUMMARY_PERIODS } from '../../src/summary/periods.ts';
import { absoluteDay, monthOf } from '../ui/time.ts';
import { t } from '../words/words.ts';

export type Stretch = (typeof SUMMARY_PERIODS)[number];

/** A week, month, quarter or year by its first day: `Q3 2026`. */
export function stretchWords(period: Stretch, begins: string): string {
  const [year = '', month] = begins.split('-');
  if (period === 'week') return absoluteDay(begins);
  if (period === 'month') return monthOf(`${begins}T12:00:00.000Z`);
  if (period === 'year') return t('period.year_of', { year });
  return t('period.quarter_of', { year, quarter: (Number(month) + 2) / 3 });
}
