import type { z } from 'zod';
import type { measureOut, tallyOut } from '../../../src/report/measures/shapes.ts';
import { lengthWords, numberWords } from '../../ui/time.ts';
import { locale, t } from '../../words/words.ts';

export type Measure = z.output<typeof measureOut>;
export type Tally = z.output<typeof tallyOut>;

function number(value: number, options: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(locale(), options).format(value);
}

/** `93.4%`; nothing can be said of a share of nothing. */
export function percentWords(share: number | null): string {
  return share === null ? '–' : number(share, { style: 'percent', maximumFractionDigits: 1 });
}

/** The figure as it is read: `412`, `93.4%`, `4.31`, `2 h 10 min`. */
export function valueWords(unit: Measure['unit'], value: number | null): string {
  if (value === null) return '–';
  if (unit === 'share' || unit === 'time_share') return percentWords(value);
  if (unit === 'average') return number(value, { maximumFractionDigits: 2 });
  return unit === 'working_time' ? lengthWords(value, 'working') : numberWords(value);
}

/** What it is made of: `31 of 40`; a plain count is made of nothing else. */
export function madeOfWords(unit: Measure['unit'], { n, of }: Pick<Tally, 'n' | 'of'>): string {
  if (unit === 'count') return '';
  if (unit === 'share') return t('figures.n_of_m', { n: numberWords(n), m: numberWords(of) });
  return t('figures.out_of', { count: of });
}

export type Change = { words: string; tone: 'better' | 'worse' | 'same' | 'plain' };

/** `+3`, `−2.1 pts`, with whether that is better or worse; null where nothing can be compared. */
export function changeOf(
  { unit, better }: Measure,
  value: number | null,
  before: number | null | undefined,
): Change | null {
  if (value === null || before === null || before === undefined) return null;
  const by = value - before;
  const tone = by === 0 ? 'same' : better === null ? 'plain' : by > 0 === (better === 'more') ? 'better' : 'worse';
  return { words: changeWords(unit, by), tone };
}

function changeWords(unit: Measure['unit'], by: number): string {
  const sign = by > 0 ? '+' : by < 0 ? '−' : '±';
  const size = Math.abs(by);
  if (unit === 'share' || unit === 'time_share')
    return t('figures.points', { sign, points: number(size * 100, { maximumFractionDigits: 1 }) });
  return `${sign}${by === 0 ? 0 : valueWords(unit, size)}`;
}
