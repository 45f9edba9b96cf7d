import type { Language } from '../../kernel/words.ts';
import { LOCALES } from '../../kernel/words.ts';
import type { Cell } from './paper.ts';

/** A cell as it is read on paper. */
export function shown(cell: Cell, language: Language): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  const format = (value: number, options?: Intl.NumberFormatOptions): string =>
    new Intl.NumberFormat(LOCALES[language], options).format(value);
  if (typeof cell === 'number') return format(cell);
  if (cell.as === 'percent') return format(cell.n, { style: 'percent', maximumFractionDigits: 1 });
  if (cell.as === 'hours') return `${format(cell.n / 3_600_000, { maximumFractionDigits: 2 })} h`;
  return format(cell.n, { maximumFractionDigits: 2 });
}
