import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf } from '../platform/http/shapes.ts';
import { customerNameOut } from '../ticket/shapes.ts';
import { PAY_WAYS } from './states.ts';
import { CLOSING_PERIODS } from './items.ts';
import { currencyOut, dayOut, itemOut, money } from './shapes.ts';

export const receiptOut = z.object({
  id: idOut('charge_receipt'),
  number: z.string().describe('Without gaps in its year: 2026-000017'),
  customer: customerNameOut,
  amount: money('What was taken'),
  way: z.enum(PAY_WAYS).describe('How he paid'),
  payer: z.string().describe('Who paid, if somebody else; empty: the customer'),
  reference: z.string().describe('Number of the transfer or cheque; empty: none'),
  takenBy: personOut,
  at: momentOut,
  deliveredIn: idOut('charge_delivery').nullable().describe('With which delivery it went to finance; null: not yet'),
  reversedAt: momentOrNotYet,
  reversedBecause: z.string().nullable().describe('Why it was taken back; null: it was not'),
  lines: z
    .array(
      z.object({
        chargeId: idOut('charge'),
        item: itemOut,
        place: z.string().nullable().describe('Code of the place; null: none'),
        begins: z.string().nullable().describe('First day of the period billed, YYYY-MM-DD; null: of none'),
        amount: money('How much of it was paid'),
      }),
    )
    .describe('What it paid'),
  can: canOut.describe('reverse'),
});
export type ReceiptLine = z.output<typeof receiptOut>;
export const receiptsOut = pageOf(receiptOut).extend({
  currency: currencyOut,
  sums: z
    .object({
      receipts: z.number().describe('How many there are'),
      amount: money('Taken, less what was reversed'),
      byWay: z
        .array(z.object({ way: z.enum(PAY_WAYS).describe('How it was paid'), amount: money('What came in so') }))
        .describe('By way of payment'),
      byPerson: z.array(z.object({ person: personOut, amount: money('What he took') })).describe('By who took it'),
    })
    .describe('Of everything that fits, whatever the page shows'),
});

const ledgerOut = z
  .object({
    billed: money('Paid service billed in the week'),
    paid: money('Paid service paid in the week'),
    open: money('What is still owed of all paid service billed by its end'),
  })
  .describe('Paid service, as the week is closed');
export const deliveryOut = z.object({
  id: idOut('charge_delivery'),
  period: z.enum(CLOSING_PERIODS).describe('How long it collects'),
  begins: dayOut('First day of its period'),
  fromAt: momentOut,
  untilAt: momentOut,
  state: z
    .enum(['running', 'to_deliver', 'to_confirm', 'confirmed'])
    .describe('running: its period is not over; to_confirm: delivered, and finance has not said what it received'),
  computed: money('What the receipts not delivered before come to, less what was given back'),
  receipts: z.number().describe('How many receipts'),
  byWay: z
    .array(z.object({ way: z.enum(PAY_WAYS).describe('How it was paid'), amount: money('What came in so') }))
    .describe('By way of payment'),
  ledger: ledgerOut,
  amount: z
    .number()
    .nullable()
    .describe('What was handed over, in the smallest unit of the currency; null: nothing yet'),
  because: z.string().nullable().describe('Why it was another amount'),
  deliveredAt: momentOrNotYet,
  deliveredBy: personOut.nullable().describe('Who handed it over; null: nobody yet'),
  received: z
    .number()
    .nullable()
    .describe('What finance says came, in the smallest unit of the currency; null: it has not said'),
  receivedBecause: z.string().nullable().describe('Why it was another amount'),
  receivedAt: momentOrNotYet,
  receivedBy: personOut.nullable().describe('Who confirmed it for finance; null: nobody yet'),
  dueAt: momentOrNotYet.describe('By when it is to be delivered, or confirmed'),
  can: canOut.describe('deliver, confirm'),
});
export type DeliveryLine = z.output<typeof deliveryOut>;
export const deliveriesOut = pageOf(deliveryOut).extend({ currency: currencyOut });
