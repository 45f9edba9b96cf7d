import * as money from '../../src/kernel/money.ts';
import { language } from '../words/words.ts';

/** An amount of the smallest unit as whoever sits here reads it: ¥1,234.50. */
export const moneyWords = (amount: number, currency: string): string => money.moneyWords(amount, currency, language());
