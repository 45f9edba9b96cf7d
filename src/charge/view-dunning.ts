import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf } from '../platform/http/shapes.ts';
import { customerNameOut } from '../ticket/shapes.ts';
import { currencyOut, dayOut, money } from './shapes.ts';
import { chargeOut } from './view.ts';

const reachedOut = z.boolean().describe('He was spoken with, or had a notice');
const outcomeOut = z.string().describe('What came of it; empty: nothing was said');

export const dunningOut = z.object({
  id: idOut('dunning'),
  customer: customerNameOut,
  places: z.array(z.string()).describe('Codes of the places that are overdue'),
  overdue: money('What is overdue'),
  since: z.string().nullable().describe('The oldest due day, YYYY-MM-DD; null: nothing any more'),
  steps: z.number().describe('How many steps were taken'),
  lastStep: z
    .object({
      way: z.string().describe('printed, written, phone, visit or counter'),
      reached: reachedOut,
      at: momentOut,
      outcome: outcomeOut,
    })
    .nullable()
    .describe('The last of them; null: none yet'),
  nextDay: z.string().nullable().describe('On which day somebody looks again, YYYY-MM-DD; null: now'),
  dueAt: momentOrNotYet.describe('By when the next step is to be done'),
  openedAt: momentOut,
  closedAt: momentOrNotYet,
  can: canOut.describe('step'),
});
export type DunningLine = z.output<typeof dunningOut>;
export const dunningsOut = pageOf(dunningOut).extend({
  currency: currencyOut,
  sums: z
    .object({ customers: z.number().describe('How many are followed up'), overdue: money('What is overdue') })
    .describe('Of everything that fits'),
});
export const dunningPageOut = dunningOut.extend({
  currency: currencyOut,
  letter: z
    .string()
    .describe('What a notice would say now, in the language of the customer; empty: nothing is overdue'),
  charges: z.array(chargeOut).describe('What is overdue, the oldest first'),
  log: z
    .array(
      z.object({
        id: idOut('dunning_step'),
        sort: z
          .enum(['notice', 'contact'])
          .describe('notice: a letter or message; contact: somebody spoke with him, or tried to'),
        way: z
          .enum(['printed', 'written', 'phone', 'visit', 'counter'])
          .describe('How; printed: a letter; written: a message'),
        amount: money('What was overdue then'),
        reached: reachedOut,
        outcome: outcomeOut,
        nextDay: dayOut('On which day somebody would look again'),
        at: momentOut,
        by: personOut,
      }),
    )
    .describe('Every step, newest first'),
});
