import { z } from 'zod';
import { wordsOut } from '../platform/http/shapes.ts';
import { CHARGE_STATES } from './states.ts';

/** What recurs in answers about money, described once. */

export const money = (what: string) => z.number().describe(`${what}, in the smallest unit of the currency`);
export const currencyOut = z.string().describe('In which all amounts are, ISO 4217');
export const dayOut = (what: string) => z.string().describe(`${what}, YYYY-MM-DD`);
export const itemOut = z
  .object({ key: z.string().describe('Stable'), name: wordsOut })
  .describe('What was charged, as it was called then');
export const reckoningOut = z
  .object({
    rate: z.number().optional().describe('Price of a square metre and month, of a month, or of a piece'),
    area: z.number().optional().describe('In hundredths of a square metre'),
    months: z.number().optional().describe('How many months'),
    quantity: z.number().optional().describe('How many pieces'),
  })
  .describe('How the amount came about; empty: it was agreed or given');
export const stateOut = z
  .enum(CHARGE_STATES)
  .describe('overdue: open after its due day; waived, reversed: ended without money');
