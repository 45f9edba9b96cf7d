import { z } from 'zod';

const amount = z.number().int().min(0).max(100_000_000);

/** By which rules a wage table is computed (WFRC-02). Amounts in the smallest unit of the currency. */
export const wageRules = z.strictObject({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .describe('ISO 4217, of two decimals: CNY'),
  dayHundredths: z
    .number()
    .int()
    .min(1_000)
    .max(3_100)
    .describe('Days that a month’s base wage is for, in hundredths: 2175 is 21.75'),
  hoursADay: z.number().int().min(1).max(24).describe('Hours that a day’s wage is for'),
  lateEach: amount.describe('Taken off for each time late'),
  earlyEach: amount.describe('Taken off for each time left early'),
  noOutEach: amount.describe('Taken off for each shift with no going recorded'),
  missingPercent: z.number().int().min(0).max(300).describe('Of a day’s wage, taken off for each shift missed'),
  overtimePercent: z.number().int().min(0).max(500).describe('Of an hour’s wage, paid for an hour of overtime'),
});
export type WageRules = z.output<typeof wageRules>;

/** What holds where settings say nothing of it: 21.75 days a month, overtime at one and a half (labour law of China), no fines. */
export const USUAL_WAGES: WageRules = {
  currency: 'CNY',
  dayHundredths: 2_175,
  hoursADay: 8,
  lateEach: 0,
  earlyEach: 0,
  noOutEach: 0,
  missingPercent: 100,
  overtimePercent: 150,
};
