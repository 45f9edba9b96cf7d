import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { idOut, momentOrNotYet, momentOut, pageOf } from '../platform/http/shapes.ts';
import { DECLINED_STATES } from './declined.ts';
import { ticketNameOut } from './shapes.ts';

export const declinedOut = z.object({
  id: idOut('declined_request'),
  reason: z.string().describe('What the customer was told, and why'),
  by: personOut.nullable().describe('Who declined it; null: a program'),
  at: momentOut.describe('When it was declined'),
  reviewer: personOut.nullable().describe('Whose it is to review; null: nobody stands above'),
  dueAt: momentOut.nullable().describe('By when it is to be reviewed; null: nobody is asked'),
  late: z.boolean().describe('Not reviewed though it was due, or reviewed late'),
  state: z
    .enum(DECLINED_STATES)
    .describe(
      'open: not reviewed; confirmed: rightly declined; sent_back: opened again; lapsed: opened again otherwise',
    ),
  words: z.string().nullable().describe('What the reviewer says of it; null: nothing'),
  reviewedBy: personOut.nullable().describe('Who reviewed it; null: nobody yet'),
  reviewedAt: momentOrNotYet,
});

export const declinedLineOut = declinedOut.extend({ ticket: ticketNameOut.describe('The matter') });
export type DeclinedLine = z.output<typeof declinedLineOut>;
export const declinedListOut = pageOf(declinedLineOut);
