import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, pageOf } from '../platform/http/shapes.ts';
import { DELIVERED_BY, KNOWN_BY, RECEIPT_STATES } from './receipt.ts';

export const receiptCountsOut = z
  .object({
    chosen: z.number().describe('Chosen; the notice is not approved yet'),
    waiting: z.number().describe('Wait for their turn to be written to'),
    to_deliver: z.number().describe('To be given it by hand'),
    delivered: z.number().describe('Were given it and have not said that they know'),
    known: z.number().describe('Have said that they know'),
    not_reached: z.number().describe('Were called on in vain'),
  })
  .describe('Households by how they stand, counted from their receipts');

const receiptOut = z.object({
  id: idOut('notice_receipt'),
  notice: z
    .object({
      ticketId: idOut('ticket'),
      number: z.number().describe('What the matter goes by on paper'),
      title: z.string().describe('What it is about'),
      knowBy: z.string().nullable().describe('The day by which each should have said that it knows'),
    })
    .describe('What he is told, and of which matter it is a part'),
  customer: z
    .object({ id: idOut('customer'), name: z.string().describe('What he is called') })
    .describe('Whom it is given to for the household'),
  phone: z.string().nullable().describe('His first number, masked unless the caller may see it whole; null: none'),
  place: z
    .object({ id: idOut('place'), code: z.string().describe('How people say it: 3-1202') })
    .describe('Where the household is'),
  state: z.enum(RECEIPT_STATES).describe('How it stands'),
  deliveredAt: momentOrNotYet,
  deliveredBy: z.enum(DELIVERED_BY).nullable().describe('How it was given; message: written to by itself'),
  conversationId: idOut('conversation').nullable().describe('Where it was written; null: nowhere'),
  knownAt: momentOrNotYet,
  knownBy: z.enum(KNOWN_BY).nullable().describe('How the household said that it knows; page: by itself, on its page'),
  missedAt: momentOrNotYet.describe('When it was called on in vain'),
  by: personOut.nullable().describe('Who of us wrote down what happened last; null: nobody of us'),
  dueAt: momentOrNotYet.describe('By when it is to be delivered, or called on; null: nothing is owed'),
  can: canOut.describe('deliver, know, miss'),
});
export type Receipt = z.output<typeof receiptOut>;
export const receiptsOut = pageOf(receiptOut);
