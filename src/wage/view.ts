import { z } from 'zod';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import { allOf, canOut, idOut, momentOrNotYet, momentOut, wordsOut } from '../platform/http/shapes.ts';
import { ITEMS } from './wage.ts';

const money = z.number().int().describe('In the smallest unit of the currency');
const month = z.string().describe('YYYY-MM');
const currency = z.string().describe('ISO 4217; every amount has two decimals');

const lineOut = z.object({
  person: personOut,
  department: departmentNameOut.nullable().describe('Where he works; null: in none'),
  base: money.nullable().describe('Base wage of the month; null: nobody has said it'),
  shifts: z.number().describe('Shifts due'),
  attended: z.number().describe('Shifts attended'),
  items: z
    .array(
      z.object({
        what: z.enum(ITEMS).describe('Where it comes from; by_hand: added or taken off, with a reason'),
        name: wordsOut.nullable().describe('Of leave: its kind'),
        n: z.number().describe('How often; of leave hundredths of a shift, of overtime minutes'),
        amount: money.describe('Added; below 0: taken off'),
      }),
    )
    .describe('What adds to the base and what takes from it'),
  net: money.nullable().describe('Base and items together; null: there is no base'),
});

export const wagesOut = z.object({
  id: idOut('wage_table').nullable().describe('null: the month is not reviewed yet'),
  month,
  currency,
  reviewedAt: momentOrNotYet,
  closedAt: momentOrNotYet,
  closedBy: personOut.nullable().describe('Who closed the month; null: nobody yet'),
  total: money.describe('All that is known together'),
  items: z.array(lineOut).describe('A line a person'),
  byHand: z
    .array(
      z.object({
        person: personOut,
        amount: money,
        by: personOut,
        at: momentOut,
        why: z.string().describe('The reason given'),
      }),
    )
    .describe('What was added or taken off by hand, in its order'),
  next: z.null().describe('Always null: there is one page'),
  can: canOut.describe('close, adjust'),
});

export const basesOut = allOf(
  z.object({
    id: idOut('wage_base'),
    amount: money,
    from: month,
    by: personOut,
    at: momentOut,
    why: z.string().describe('The reason given'),
  }),
);

export const myWagesOut = allOf(lineOut.extend({ month, currency, closedAt: momentOut }));
