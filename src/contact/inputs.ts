import { z } from 'zod';
import { id, line, moment } from '../platform/http/shapes.ts';
import { LEFT } from '../arrival/arrival.ts';
import { CHANNELS } from '../kernel/channels.ts';
import { callerNameInput, callerPhoneInput, openTicketInput, promiseInput } from '../ticket/inputs.ts';
import { issueWorkOrderInput } from '../work-order/inputs.ts';

/** What a touch was about. */
export const PURPOSES = [
  'consultation',
  'complaint',
  'suggestion',
  'request',
  'repair',
  'help',
  'payment',
  'visit',
  'follow_up',
  'told_result',
  'other',
] as const;
export type Purpose = (typeof PURPOSES)[number];

const direction = z.enum(['in', 'out']).describe('in: somebody reached us; out: we reached him');
/** One touch: a call, a visitor, a letter. */
export const contactInput = z.strictObject({
  id: id('contact').optional().describe("The client's own new id; the same id again records nothing twice"),
  direction: direction.default('in'),
  channel: z.enum(CHANNELS).describe('How it came, or how we reached him'),
  written: z.boolean().default(false).describe('Brought in writing (CHAN-08)'),
  purpose: z.enum(PURPOSES).describe('What about'),
  customerId: id('customer').optional().describe('Whom it was about; left out: nobody on file'),
  callerName: callerNameInput,
  callerPhone: callerPhoneInput,
  placeId: id('place').optional().describe('Where it was about; left out: nowhere in particular'),
  need: z.string().trim().max(10_000).default('').describe("The customer's concrete need (CONS-03)"),
  outcome: z.string().trim().max(2_000).default('').describe('What came of it'),
  ticketIds: z.array(id('ticket')).max(20).default([]).describe('Matters this touch is about; it opens nothing new'),
  happenedAt: moment.optional().describe('When it began, if recorded later; never in the future'),
  endedAt: moment.optional().describe('When it ended'),
  rings: z
    .number()
    .int()
    .min(1)
    .max(99)
    .optional()
    .describe('Of a call registered by hand: after how many rings it was answered (CHAN-15)'),
  callId: id('phone_call').optional().describe('The call that an exchange told of, and that this writes down'),
  arrivalId: id('arrival')
    .optional()
    .describe('The visitor in the queue whom this was taken down of; his visit ends with it'),
  pageIds: z
    .array(id('file'))
    .max(20)
    .default([])
    .describe(
      'What was brought in writing, page by page in this order: photos or scans uploaded before by POST /files',
    ),
});

/** A whole intake in one act: the touch, the matter it opens, who is sent, and a reply promised. */
export const intakeInput = z.strictObject({
  contact: contactInput
    .omit({ ticketIds: true, direction: true })
    .describe('The touch; channel, customer, caller, place and time hold for the ticket too'),
  ticket: openTicketInput
    .omit({
      channel: true,
      customerId: true,
      callerName: true,
      callerPhone: true,
      placeId: true,
      happenedAt: true,
    })
    .describe('The matter it opens'),
  workOrder: issueWorkOrderInput.optional().describe('Who is sent, where that is known at once'),
  promise: promiseInput.optional().describe('A later reply promised on the phone'),
  answer: z.string().trim().max(10_000).optional().describe('The answer, where it could be given at once'),
});

export const likelyInput = z.strictObject({
  kind: z.string().max(60).optional().describe('Key of the kind that is about to be registered'),
  placeId: id('place').optional(),
  customerId: id('customer').optional(),
});

export const contactsQuery = {
  channel: z.enum(CHANNELS).optional().describe('Only by this channel'),
  purpose: z.enum(PURPOSES).optional().describe('Only for this purpose'),
  written: z.stringbool().optional().describe('Only those brought in writing, or only spoken ones'),
  customerId: id('customer').optional().describe('Only about this customer'),
  from: moment.optional().describe('Begun at or after'),
  until: moment.optional().describe('Begun before'),
  by: id('person').optional().describe('Only those this person received'),
  left: z
    .enum(LEFT)
    .optional()
    .describe('Only visits from the queue that ended so: settled, matter, sent_on or unserved'),
};

export const outcomeInput = z.strictObject({
  outcome: line.describe('What came of it'),
  endedAt: moment.optional().describe('When it ended'),
});
