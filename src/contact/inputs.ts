import { z } from 'zod';
import { id, line, moment } from '../platform/http/shapes.ts';
import { CHANNELS } from '../kernel/channels.ts';
import { openTicketInput, promiseInput } from '../ticket/inputs.ts';
import { issueWorkOrderInput } from '../work-order/inputs.ts';

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

/** One touch: a call, a visitor, a letter. */
export const contactInput = z.strictObject({
  id: id('contact').optional(),
  direction: z.enum(['in', 'out']).default('in'),
  channel: z.enum(CHANNELS),
  written: z.boolean().default(false).describe('Brought in writing (CHAN-08)'),
  purpose: z.enum(PURPOSES),
  customerId: id('customer').optional(),
  callerName: z.string().trim().max(100).optional(),
  callerPhone: z.string().trim().max(40).optional(),
  placeId: id('place').optional(),
  need: z.string().trim().max(10_000).default('').describe("The customer's concrete need (CONS-03)"),
  outcome: z.string().trim().max(2_000).default(''),
  ticketIds: z.array(id('ticket')).max(20).default([]).describe('Matters this touch is about; it opens nothing new'),
  happenedAt: moment.optional(),
  endedAt: moment.optional(),
});

/** A whole intake in one act: the touch, the matter it opens, who is sent, and a reply promised. */
export const intakeInput = z.strictObject({
  contact: contactInput.omit({ ticketIds: true, direction: true }),
  ticket: openTicketInput.omit({
    channel: true,
    customerId: true,
    callerName: true,
    callerPhone: true,
    placeId: true,
    happenedAt: true,
  }),
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
  customerId: id('customer').optional(),
  from: moment.optional(),
  until: moment.optional(),
  by: id('person').optional(),
};

export const outcomeInput = z.strictObject({ outcome: line, endedAt: moment.optional() });
