import { z } from 'zod';
import { id, line, monthIn as month } from '../platform/http/shapes.ts';

const MOST = 2_000_000_000;
const own = "The client's own new id; the same id again does nothing twice";

export const wagesQuery = z.strictObject({ month: month.describe('Of which month, YYYY-MM') });
export type WagesQuery = z.output<typeof wagesQuery>;

export const basesQuery = z.strictObject({ person: id('person').describe('Whose') });

export const setBaseInput = z.strictObject({
  id: id('wage_base').describe(own),
  personId: id('person').describe('Whose'),
  amount: z.number().int().min(0).max(MOST).describe('A month’s base wage, in the smallest unit of the currency'),
  from: month.describe('From which month on, YYYY-MM'),
  why: line.describe('Why; kept with it'),
});
export type SetBase = z.output<typeof setBaseInput>;

export const adjustInput = z.strictObject({
  id: id('wage_adjustment').describe(own),
  personId: id('person').describe('Whose line'),
  amount: z
    .number()
    .int()
    .min(-MOST)
    .max(MOST)
    .refine((amount) => amount !== 0, 'not nothing')
    .describe('Added, in the smallest unit of the currency; below 0: taken off'),
  why: line.describe('Why; kept with it'),
});
export type Adjust = z.output<typeof adjustInput>;
