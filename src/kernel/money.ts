import type { Language } from './words.ts';
import { LOCALES } from './words.ts';

/**
 * Money is an integer of the smallest unit of its currency (fen, cents): 1250 is 12.50. Sums of it are exact. Every currency here has two
 * decimals (ISO 4217).
 */
export const CURRENCIES = ['CNY', 'HKD', 'MOP', 'TWD', 'USD', 'EUR'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** One entry is at most so much; the database keeps each as a 32-bit integer. */
export const MOST_MONEY = 2_000_000_000;

const UNIT = 100;

/** As it is written in a table or letter, without the currency: `1234.50`. */
export function moneyText(amount: number): string {
  const whole = Math.abs(amount);
  const cents = String(whole % UNIT).padStart(2, '0');
  return `${amount < 0 ? '-' : ''}${Math.trunc(whole / UNIT)}.${cents}`;
}

/** As people read it: `¥1,234.50`. */
export function moneyWords(amount: number, currency: string, language: Language): string {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  return new Intl.NumberFormat(LOCALES[language], style).format(amount / UNIT);
}

const TYPED = /^(\d{1,9})(?:[.](\d{1,2}))?$/;

/** What somebody typed: `1,234.5` is 123450. Null where it is no amount, has a third decimal, or is more than one entry holds. */
export function moneyOf(typed: string): number | null {
  const found = TYPED.exec(
    typed
      .trim()
      .replaceAll(/[,，\s]/g, '')
      .replace('。', '.'),
  );
  if (!found) return null;
  const amount = Number(found[1]) * UNIT + Number((found[2] ?? '').padEnd(2, '0'));
  return amount <= MOST_MONEY ? amount : null;
}

/** `times` of it, divided: rounded half up to the smallest unit, once and at the end. Not for negative amounts. */
export function shareOf(amount: number, times: number, by: number): number {
  return Number((BigInt(amount) * BigInt(times) * 2n + BigInt(by)) / (BigInt(by) * 2n));
}
