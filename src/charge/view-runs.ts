import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf } from '../platform/http/shapes.ts';
import { customerNameOut, placeCodeOut } from '../ticket/shapes.ts';
import { NOTICE_STATES } from './states.ts';
import { CHARGE_PERIODS, chargeItemShape } from './items.ts';
import { currencyOut, dayOut, itemOut, money } from './shapes.ts';

const missingOut = z.enum(['area', 'amount', 'payer']);
export const previewOut = z.object({
  item: itemOut,
  currency: currencyOut,
  begins: dayOut('First day of the period'),
  ends: dayOut('Last day of the period'),
  units: z.number().describe('How many units were looked at'),
  charges: z.number().describe('How many would be billed'),
  amount: money('What they come to'),
  missing: z
    .object({
      area: z.number().describe('Units whose size is not known'),
      amount: z.number().describe('Units for which nothing was given'),
      payer: z.number().describe('Units without anybody who pays'),
    })
    .describe('How many cannot be billed, by what is missing: their area, the amount given, or whoever pays'),
  billedBefore: z.number().describe('How many have been billed for the period before'),
  lines: z
    .array(
      z.object({
        place: placeCodeOut,
        customer: customerNameOut.nullable().describe('Who would pay; null: nobody'),
        area: z.number().nullable().describe('In hundredths of a square metre; null: not known'),
        amount: z
          .number()
          .nullable()
          .describe('What it would be billed, in the smallest unit of the currency; null: something is missing'),
        missing: missingOut.nullable().describe('For want of what it cannot be billed; null: it can'),
      }),
    )
    .describe('Unit by unit, 2,000 at most'),
});
export type PreviewLine = z.output<typeof previewOut>['lines'][number];

const TOLD_SAYS: Record<(typeof NOTICE_STATES)[number], string> = {
  waiting: 'Not told yet',
  written: 'Told by message',
  to_print: 'A letter is to be handed over',
  printed: 'Handed a letter',
  dropped: 'Not told: the run was revoked before',
};
export const runOut = z.object({
  id: idOut('charge_run'),
  item: itemOut,
  period: z.enum(CHARGE_PERIODS).describe('How long it bills for'),
  begins: dayOut('First day of the period'),
  dueDay: dayOut('By which day it is to be paid'),
  charges: z.number().describe('How many were billed'),
  amount: money('What they come to'),
  paid: money('What was paid of it'),
  open: money('What is still owed of it'),
  told: z
    .object(
      Object.fromEntries(NOTICE_STATES.map((one) => [one, z.number().describe(TOLD_SAYS[one])])) as Record<
        (typeof NOTICE_STATES)[number],
        z.ZodNumber
      >,
    )
    .describe('How many customers were told, by how it stands'),
  by: personOut,
  at: momentOut,
  revokedAt: momentOrNotYet,
  revokedBy: personOut.nullable().describe('Who took it back; null: it was not'),
  revokedBecause: z.string().nullable().describe('Why it was taken back; null: it was not'),
  can: canOut.describe('revoke'),
});
export type RunLine = z.output<typeof runOut>;
export const runsOut = pageOf(runOut).extend({ currency: currencyOut });
export const runPageOut = runOut.extend({
  currency: currencyOut,
  standard: chargeItemShape.shape.standard.describe('The published standard that it rests on; null: none'),
});

export const noticeOut = z.object({
  id: idOut('charge_notice'),
  customer: customerNameOut,
  state: z
    .enum(NOTICE_STATES)
    .describe('written: by message; to_print: a letter is to be handed over; printed: it was'),
  channel: z.string().nullable().describe('By which sort of channel it was written; null: not written'),
  conversationId: idOut('conversation').nullable().describe('Where it was written; null: not written'),
  deliveredAt: momentOrNotYet.describe('When the other side said that it reached him'),
  text: z.string().describe('What he reads, in his language'),
  at: momentOrNotYet.describe('Since when it stands so'),
  by: personOut.nullable().describe('Who handed it over; null: by itself'),
});
export type NoticeLine = z.output<typeof noticeOut>;
export const noticesOut = pageOf(noticeOut);
