import { z } from 'zod';
import { id, line, moment, pageQuery, text } from '../platform/http/shapes.ts';
import { DISPATCH_STATES, STANDINGS } from './dispatch.ts';

const short = (words: string) => z.string().trim().max(200).default('').describe(words);

export const orderInput = z.strictObject({
  id: id('dispatch_order').optional().describe("The client's own new id; the same id again gives nothing twice"),
  toId: id('person').describe('Who is sent'),
  what: text.describe('What he is to do'),
  placeId: id('place').optional().describe('Where; left out: `spot` says it'),
  spot: short('Where, in words; needed where no place is named'),
  ticketId: id('ticket').optional().describe('The emergency it belongs to; left out: none stands here'),
  dueAt: moment.optional().describe('By when it is to be done, later than now; left out: nothing is said'),
  why: short('Why he, though he is not free; needed where he is not'),
});
export type GiveOrder = z.output<typeof orderInput>;

const happenedAt = moment.optional().describe('When it was, if entered later; never in the future');

export const takeInput = z.strictObject({ happenedAt });
export const declineInput = z.strictObject({ reason: line.describe('Why he cannot'), happenedAt });
export const doneInput = z.strictObject({ outcome: text.describe('What was done'), happenedAt });
export const recallInput = z.strictObject({ reason: line.describe('Why it is called back'), happenedAt });

export const handsQuery = z.strictObject({
  department: id('department').optional().describe('Only people of this department'),
  standing: z.enum(STANDINGS).optional().describe('Only those who stand so; free: on duty and free to be sent'),
});
export type HandsQuery = z.output<typeof handsQuery>;

export const ordersQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(DISPATCH_STATES).optional().describe('Only those that stand so'),
  open: z.stringbool().default(false).describe('true: only those that have not ended'),
  mine: z.stringbool().default(false).describe('true: only those given to me'),
  to: id('person').optional().describe('Only those given to this person'),
  givenBy: id('person').optional().describe('Only those this person gave'),
  department: id('department').optional().describe('Only those given to people of this department'),
  ticket: id('ticket').optional().describe('Only those of this emergency'),
  late: z.stringbool().default(false).describe('true: only those not taken in time'),
  from: moment.optional().describe('Given at or after'),
  until: moment.optional().describe('Given before'),
});
export type OrdersQuery = z.output<typeof ordersQuery>;
