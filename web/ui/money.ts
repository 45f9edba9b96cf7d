import { locale } from '../words/words.ts';

/** An amount of the smallest unit as people read it: ¥1,234.50. */
export function moneyWords(amount: number, currency: string): string {
  const format = new Intl.NumberFormat(locale(), { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  return format.format(amount / 100);
}
