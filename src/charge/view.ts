import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { allOf, canOut, idOut, momentOut, pageOf, versionOut } from '../platform/http/shapes.ts';
import { customerNameOut, placeCodeOut, ticketNameOut } from '../ticket/shapes.ts';
import { AGES } from './charge.ts';
import { chargeItemShape, chargingShape } from './items.ts';
import { currencyOut, dayOut, itemOut, money, reckoningOut, stateOut } from './shapes.ts';
import { receiptOut } from './view-money.ts';

export const chargingOut = z.object({
  charging: chargingShape.nullable().describe('What is charged here; null: nothing yet'),
  version: versionOut,
  can: canOut.describe('change, bill, set_basis'),
});

export const chargeOut = z.object({
  id: idOut('charge'),
  customer: customerNameOut,
  place: placeCodeOut.nullable().describe('The place it is charged for; null: none'),
  item: itemOut,
  standard: chargeItemShape.shape.standard.describe('The published standard that it rests on; null: none'),
  reckoning: reckoningOut,
  begins: z.string().nullable().describe('First day of the period, YYYY-MM-DD; null: of none'),
  dueDay: dayOut('By which day it is to be paid'),
  state: stateOut,
  amount: money('What was charged'),
  paid: money('What was paid'),
  waived: money('What was waived'),
  reversed: money('What was taken back'),
  open: money('What is still owed'),
  note: z.string().describe('What the customer reads besides; empty: nothing'),
  ticket: ticketNameOut.nullable().describe('The matter it was charged for; null: none'),
  runId: idOut('charge_run').nullable().describe('The run that billed it; null: it was charged one by one'),
  at: momentOut.describe('When it was charged'),
  by: personOut.nullable().describe('Who charged it; null: nobody by name'),
  can: canOut.describe('receive, waive, reverse'),
});
export type ChargeLine = z.output<typeof chargeOut>;
export const sumsOut = z
  .object({
    charges: z.number().describe('How many'),
    amount: money('Charged'),
    paid: money('Paid'),
    waived: money('Waived'),
    open: money('Owed'),
  })
  .describe('Of everything that fits, whatever the page shows; what was reversed is left out');
export const chargesOut = pageOf(chargeOut).extend({
  currency: currencyOut,
  sums: sumsOut,
  can: canOut.describe('bill, charge, receive'),
});

export const settlementOut = z.object({
  id: idOut('charge_settlement'),
  sort: z
    .enum(['payment', 'waiver', 'reversal'])
    .describe('payment: with money; waiver: let off; reversal: wrongly charged'),
  amount: money('How much; negative: taken back'),
  receipt: z
    .object({ id: idOut('charge_receipt'), number: z.string().describe('Without gaps in its year: 2026-000017') })
    .nullable()
    .describe('By which receipt'),
  reason: z.string().describe('Why; empty: by payment'),
  by: personOut.nullable().describe('Who entered it; null: nobody by name'),
  at: momentOut,
});
export const chargePageOut = chargeOut.extend({
  currency: currencyOut,
  settlements: z.array(settlementOut).describe('What settled it, oldest first'),
});

export const accountOut = z.object({
  customer: customerNameOut,
  currency: currencyOut,
  open: money('What is owed'),
  overdue: money('What of it is overdue'),
  charges: z.array(chargeOut).describe('What is open, the oldest first, 200 at most'),
  receipts: z.array(receiptOut).describe('The last five'),
  dunningId: idOut('dunning').nullable().describe('Where it is followed up; null: it is not'),
  can: canOut.describe('receive'),
});

const AGE_SAYS: Record<(typeof AGES)[number]['key'], string> = {
  not_due: 'Owed, its due day today or later',
  to_30: 'Overdue for up to 30 days',
  to_90: 'Overdue for 31 to 90 days',
  to_365: 'Overdue for 91 to 365 days',
  older: 'Overdue for more than 365 days',
};
const agesOut = z
  .object(
    Object.fromEntries(AGES.map(({ key }) => [key, money(AGE_SAYS[key])])) as Record<
      (typeof AGES)[number]['key'],
      z.ZodNumber
    >,
  )
  .describe('What is owed, by days since the due day');
export const arrearsOut = z.object({
  currency: currencyOut,
  dueFrom: z.string().nullable().describe('Of what was due on this day or later; null: from the beginning'),
  dueUntil: dayOut('Of what was due on this day or earlier'),
  owed: z.number().describe('Still owed of it: the numerator of the arrears'),
  paid: z.number().describe('Paid of it: the numerator of the collected share'),
  charged: z.number().describe('Charged, less what was reversed or waived: the denominator of both'),
  share: z.number().nullable().describe('Collected share, 0 to 1; null: nothing was charged'),
  ages: agesOut,
  items: allOf(
    z.object({
      item: itemOut,
      charged: money('Charged for it, less what was reversed or waived'),
      paid: money('Paid of it'),
      owed: money('Still owed of it'),
    }),
  ).shape.items,
  places: z
    .array(
      z.object({
        place: placeCodeOut.nullable().describe('The building; null: charges without a place'),
        charged: money('Charged there, less what was reversed or waived'),
        paid: money('Paid of it'),
        owed: money('Still owed of it'),
        debtors: z.number().describe('How many customers owe'),
        ages: agesOut,
      }),
    )
    .describe('By building'),
});
export type Arrears = z.output<typeof arrearsOut>;
