import { z } from 'zod';
import { MOST_MONEY } from '../kernel/money.ts';
import { id, line, moment, pageQuery } from '../platform/http/shapes.ts';
import { CHARGE_STATES, NOTICE_STATES, PAY_WAYS } from './states.ts';
import { chargingShape, dayShape } from './items.ts';

const amount = z.number().int().min(1).max(MOST_MONEY).describe('In the smallest unit of the currency');
const itemKey = z.string().max(60).describe('Key of the item of charge');
const reason = line.describe('Why; kept with it');
const own = (thing: string) => `The client's own new id; the same id again does nothing twice (${thing})`;

export const changeChargingInput = z.strictObject({
  why: line.describe('Why it is changed; kept with the version'),
  seen: z.number().int().min(0).describe('The version it was made on'),
  charging: chargingShape.describe('All of it'),
});
export type ChangeCharging = z.output<typeof changeChargingInput>;

export const setBasisInput = z.strictObject({
  about: z.string().max(60).describe('`area`, or the key of an item whose amount is agreed for each unit'),
  lines: z
    .array(
      z.strictObject({
        place: z.string().trim().min(1).max(60).describe('The unit, as people say it: 3-1202'),
        value: z
          .number()
          .int()
          .min(1)
          .max(MOST_MONEY)
          .nullable()
          .describe('Hundredths of a square metre, or the amount of a period; null: it holds no longer'),
      }),
    )
    .min(1)
    .max(2_000)
    .describe('Unit by unit; all or none'),
});
export type SetBasis = z.output<typeof setBasisInput>;

const run = {
  item: itemKey,
  begins: dayShape.describe('A day of the period that is billed, YYYY-MM-DD'),
  dueDay: dayShape.describe('By which day it is to be paid, YYYY-MM-DD'),
  under: id('place').optional().describe('Only units in this building or estate; left out: all of the centre'),
  given: z
    .array(z.strictObject({ place: z.string().trim().min(1).max(60).describe('The unit, as people say it'), amount }))
    .max(2_000)
    .default([])
    .describe('Of an item whose amounts are given: unit by unit'),
};
export const previewRunInput = z.strictObject(run);
export type PreviewRun = z.output<typeof previewRunInput>;
export const billInput = z.strictObject({ id: id('charge_run').optional().describe(own('a run')), ...run });
export type Bill = z.output<typeof billInput>;

export const becauseInput = z.strictObject({ reason });

export const chargeOneInput = z.strictObject({
  id: id('charge').optional().describe(own('a charge')),
  customerId: id('customer').optional().describe('Who pays; left out: whose work order or matter it is'),
  placeId: id('place').optional().describe('Where it is about; left out: where the matter is'),
  item: itemKey,
  quantity: z.number().int().min(1).max(10_000).default(1).describe('How many pieces'),
  amount: amount.optional().describe('For one piece; left out: the price of the offering, or the rate of the item'),
  ticketId: id('ticket').optional().describe('The matter it comes from'),
  workOrderId: id('work_order').optional().describe('The work order it comes from; charged once only'),
  dueDay: dayShape.optional().describe('By which day it is to be paid; left out: after as many days as bills have'),
  note: z.string().trim().max(500).default('').describe('What the customer reads besides'),
});
export type ChargeOne = z.output<typeof chargeOneInput>;

export const takePaymentInput = z.strictObject({
  id: id('charge_receipt').optional().describe(own('a receipt')),
  customerId: id('customer').describe('Whose charges it pays'),
  amount,
  way: z.enum(PAY_WAYS).describe('How he paid'),
  chargeIds: z
    .array(id('charge'))
    .min(1)
    .max(200)
    .optional()
    .describe('Which charges it pays, in this order; left out: the oldest first'),
  payer: z.string().trim().max(120).default('').describe('Who paid, if somebody else'),
  reference: z.string().trim().max(120).default('').describe('Number of the transfer or cheque'),
});
export type TakePayment = z.output<typeof takePaymentInput>;

export const waiveInput = z.strictObject({ amount: amount.optional().describe('Left out: all that is open'), reason });

const DAYS = { from: dayShape.optional(), until: dayShape.optional() };
export const chargesQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().max(60).default('').describe('In the code of the place or the name of the customer'),
  item: itemKey.optional(),
  state: z
    .enum([...CHARGE_STATES, 'owed'])
    .optional()
    .describe('owed: open, whether due or not'),
  customer: id('customer').optional().describe('Only of this customer'),
  place: id('place').optional().describe('Only of this place, or of what stands in it'),
  run: id('charge_run').optional().describe('Only of this billing run'),
  ticket: id('ticket').optional().describe('Only of this matter'),
  department: id('department')
    .optional()
    .describe(
      'Only for the work of this department: of its work order, else of its matter, else whoever oversees charging',
    ),
  dueFrom: DAYS.from.describe('Due on this day or later, YYYY-MM-DD'),
  dueUntil: DAYS.until.describe('Due on this day or earlier, YYYY-MM-DD'),
});
export type ChargesQuery = z.output<typeof chargesQuery>;

const span = {
  from: moment.optional().describe('At or after'),
  until: moment.optional().describe('Before'),
};
export const runsQuery = z.strictObject({ ...pageQuery, item: itemKey.optional(), ...span });
export type RunsQuery = z.output<typeof runsQuery>;

export const noticesQuery = z.strictObject({
  ...pageQuery,
  run: id('charge_run').optional().describe('Only of this billing run'),
  customer: id('customer').optional().describe('Only to this customer'),
  state: z.enum(NOTICE_STATES).optional().describe('Only those that stand so'),
});
export type NoticesQuery = z.output<typeof noticesQuery>;

export const printedInput = z.strictObject({
  ids: z.array(id('charge_notice')).min(1).max(500).describe('Letters that were printed and handed over'),
});

export const receiptsQuery = z.strictObject({
  ...pageQuery,
  ...span,
  customer: id('customer').optional().describe('Only of this customer'),
  takenBy: id('person').optional().describe('Only what this person took'),
  way: z.enum(PAY_WAYS).optional().describe('Only paid so'),
  delivered: z
    .stringbool()
    .optional()
    .describe('false: only what was not delivered to finance yet; true: only what was'),
});
export type ReceiptsQuery = z.output<typeof receiptsQuery>;

export const stepInput = z.strictObject({
  id: id('dunning_step').optional().describe(own('a step')),
  way: z
    .enum(['printed', 'written', 'phone', 'visit', 'counter'])
    .describe('printed, written: a dunning notice; the others: he was spoken with, or tried'),
  reached: z.boolean().default(true).describe('Whether he was reached; a notice reaches him'),
  outcome: z.string().trim().max(2_000).default('').describe('What came of it; asked of whoever spoke with him'),
  nextDay: dayShape.describe('On which day somebody looks again, unless it is paid, YYYY-MM-DD'),
});
export type Step = z.output<typeof stepInput>;

export const dunningsQuery = z.strictObject({
  ...pageQuery,
  open: z.stringbool().default(true).describe('true: what is followed up now; false: what has ended'),
  customer: id('customer').optional().describe('Only of this customer'),
  ...span,
});
export type DunningsQuery = z.output<typeof dunningsQuery>;

export const deliveriesQuery = z.strictObject({ ...pageQuery, ...span });
export type DeliveriesQuery = z.output<typeof deliveriesQuery>;

const handed = z.number().int().min(0).max(MOST_MONEY);
const differs = z.string().trim().max(500).default('').describe('Why it is another amount; needed if it is');
export const deliverInput = z.strictObject({ amount: handed.describe('What was handed over'), because: differs });
export const confirmInput = z.strictObject({ received: handed.describe('What was received'), because: differs });

export const arrearsQuery = z.strictObject({
  dueFrom: DAYS.from.describe('Of what was due on this day or later, YYYY-MM-DD'),
  dueUntil: DAYS.until.describe('Of what was due on this day or earlier, YYYY-MM-DD; left out: yesterday'),
  item: itemKey.optional(),
});
export type ArrearsQuery = z.output<typeof arrearsQuery>;
