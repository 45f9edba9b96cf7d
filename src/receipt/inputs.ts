import { z } from 'zod';
import { id, line, moment, pageQuery } from '../platform/http/shapes.ts';
import { RECEIPT_STATES } from './receipt.ts';

export const chooseInput = z.strictObject({
  placeIds: z
    .array(id('place'))
    .max(500)
    .default([])
    .describe('The households of these places and of all that stands in them'),
  all: z.boolean().default(false).describe('true: every household of the centre, whatever places are named'),
});
export type Choose = z.output<typeof chooseInput>;

const happenedAt = moment.optional().describe('When it was, if entered later; never in the future');

export const deliveredInput = z.strictObject({
  by: z.enum(['hand', 'letter_box', 'phone']).describe('How it was given'),
  happenedAt,
});
export type Delivered = z.output<typeof deliveredInput>;

export const knownInput = z.strictObject({
  by: z.enum(['phone', 'signature']).describe('How the household said it'),
  happenedAt,
});
export type Known = z.output<typeof knownInput>;

export const missedInput = z.strictObject({
  by: z.enum(['phone', 'visit']).describe('How it was called on'),
  outcome: line.describe('Why it was not reached; it stands in the history of contacts'),
  happenedAt,
});
export type Missed = z.output<typeof missedInput>;

export const receiptsQuery = z.strictObject({
  ...pageQuery,
  ticket: id('ticket').optional().describe('Only of this notice'),
  customer: id('customer').optional().describe('Only of this customer'),
  state: z.enum(RECEIPT_STATES).optional().describe('Only those that stand so'),
  open: z.stringbool().default(false).describe('true: only those who have not said that they know'),
  mine: z.stringbool().default(false).describe('true: only those on which I owe a delivery, a call or a visit'),
});
export type ReceiptsQuery = z.output<typeof receiptsQuery>;
