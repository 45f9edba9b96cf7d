import { CUSTODY_ACTS, CUSTODY_SORTS, CUSTODY_STATES, ISSUED_STATES } from './sorts.ts';
import { z } from 'zod';
import type { OnVersion } from '../platform/http/shapes.ts';
import { dayIn, id, line, moment, pageQuery, versionRequired } from '../platform/http/shapes.ts';
import { FOUND, SETTLED_AS } from './count.ts';
import { CONDITIONS, ENTERED_ACTS } from './custody.ts';

const short = (words: string) => z.string().trim().max(200).default('').describe(words);
const long = (words: string) => z.string().trim().max(2000).default('').describe(words);
const day = dayIn.describe('YYYY-MM-DD');

const number = z.string().trim().min(1).max(60).describe('Its number, once among things of its kind');
const label = line.describe('What it is, in a line');
const worth = z
  .strictObject({
    amount: z.number().int().min(0).max(100_000_000_000).describe('In the smallest unit of the currency: fen, cents'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .default('CNY')
      .describe('ISO 4217: CNY'),
  })
  .describe('What it is worth');

/** Who has a thing from now on. */
export const holderInput = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person').describe('Somebody who works here'), id: id('person') }),
    z.strictObject({ kind: z.literal('customer').describe('A customer'), id: id('customer') }),
    z.strictObject({
      kind: z.literal('outside').describe('Somebody else, by name'),
      name: z.string().trim().min(1).max(100).describe('His name, and his firm'),
    }),
  ])
  .describe('Who has it from then on');

export const receiveInput = z.strictObject({
  id: id('custody_item').optional().describe("The client's own new id; the same id again registers nothing twice"),
  kind: z.string().describe('Key of a kind of thing in custody'),
  number,
  label,
  placeId: id('place').optional().describe('Where it belongs; left out: nowhere in particular'),
  customerId: id('customer').optional().describe('Whose it is, or who applied for it; left out: the house’s own'),
  worth: worth.optional(),
  from: holderInput.optional().describe('Who brought it; left out: it was with the house, or made here'),
  condition: z.enum(CONDITIONS).default('good').describe('In what state it came'),
  remark: long('What else is to be said of it'),
  happenedAt: moment.optional().describe('When it came, if earlier than now; never later'),
});
export type Receive = z.output<typeof receiveInput>;

export const issueOnTicketInput = z.strictObject({
  id: id('custody_item').optional().describe("The client's own new id; the same id again issues nothing twice"),
  ticketId: id('ticket').describe('The approved application: whose it is and for which unit follow from it'),
  kind: z.string().max(60).describe('Key of the kind of paper or pass that it asks for'),
  number: number.optional().describe('Its number; left out where the house numbers them itself'),
  label: label.optional().describe('What it says, in a line; left out: as the application is called'),
  validUntil: day.optional().describe('Its last day, YYYY-MM-DD; needed where its kind says so'),
  remark: long('What else is to be said of it'),
});
export type IssueOnTicket = z.output<typeof issueOnTicketInput>;

export const issuedQuery = z.strictObject({
  ...pageQuery,
  kind: z.string().max(60).optional().describe('Only of this kind, by its key'),
  customer: id('customer').optional().describe('Only of this applicant or holder'),
  place: id('place').optional().describe('Only of this unit'),
  ticket: id('ticket').optional().describe('Only issued on this application'),
  state: z
    .enum(ISSUED_STATES)
    .optional()
    .describe(
      'valid: out and within its days; expired: out, and past them; withdrawn: taken back; gone: lost or given up',
    ),
  text: z.string().trim().max(100).optional().describe('Only those whose number or label holds this'),
  from: moment.optional().describe('Issued at or after'),
  until: moment.optional().describe('Issued before'),
});
export type IssuedQuery = z.output<typeof issuedQuery>;

export const changeItemInput = z.strictObject({
  seen: versionRequired,
  number: number.optional(),
  label: label.optional(),
  placeId: id('place').nullable().optional().describe('Where it belongs; null: nowhere in particular'),
  customerId: id('customer').nullable().optional().describe('Whose it is; null: the house’s own'),
  worth: worth.nullable().optional().describe('What it is worth; null: not said'),
});
export type ChangeItem = OnVersion<z.output<typeof changeItemInput>, 'seen'>;

export const entryInput = z.strictObject({
  act: z
    .enum(ENTERED_ACTS as [(typeof ENTERED_ACTS)[number]])
    .describe(
      'drawn: lent; handed_over: from one holder to another; returned: back in the house; handed_out: given for good; issued, renewed, withdrawn: a pass or certificate; damaged, lost: with the report; mended; written_off; found: against the book',
    ),
  to: holderInput.optional(),
  purpose: short('What for; needed where it is drawn, handed over or handed out'),
  dueBack: moment.optional().describe('When what is drawn is due back; left out: as the house has it'),
  validUntil: day.optional().describe('Last day of a pass or certificate, YYYY-MM-DD'),
  condition: z.enum(CONDITIONS).optional().describe('In what state it came back; needed where it is returned'),
  whatHappened: long('Of damage or loss: what happened; needed there'),
  cause: long('Of damage or loss: why, as far as is known'),
  measures: long('Of damage or loss: what was done'),
  remark: long('Why it is written off, which is needed; otherwise what else is to be said'),
  ticketId: id('ticket').optional().describe('The matter it belongs to: the application for a pass'),
  happenedAt: moment.optional().describe('When it happened, if earlier than now; never later'),
});
export type Enter = z.output<typeof entryInput>;

export const correctInput = z.strictObject({
  seq: z.number().int().min(1).describe('Number of the entry that is taken back: the last one'),
  reason: line.describe('Why'),
});
export type Correct = z.output<typeof correctInput>;

const sort = z.enum(CUSTODY_SORTS).optional().describe('Only of this sort');
const kind = z.string().max(60).optional().describe('Only of this kind, by its key');
const flag = (words: string) => z.stringbool().optional().describe(words);

export const itemsQuery = z.strictObject({
  ...pageQuery,
  sort,
  kind,
  state: z.enum(CUSTODY_STATES).optional().describe('Only what stands so'),
  holder: id('person').optional().describe('Only what this person has'),
  customer: id('customer').optional().describe('Only what this customer has, or what is his'),
  place: id('place').optional().describe('Only of this place'),
  ticket: id('ticket').optional().describe('Only what was issued or entered on this ticket'),
  text: z.string().trim().max(100).optional().describe('Only those whose number or label holds this'),
  overdue: flag('true: due back, and not back'),
  damaged: flag('true: broken, and not mended'),
  valid: flag('true: issued and valid today; false: issued and valid no more'),
});
export type ItemsQuery = z.output<typeof itemsQuery>;

export const entriesQuery = z.strictObject({
  ...pageQuery,
  sort,
  kind,
  act: z.enum(CUSTODY_ACTS).optional().describe('Only this'),
  reports: flag('true: only reports of damage and loss'),
  item: id('custody_item').optional().describe('Only of this thing'),
  person: id('person').optional().describe('Only from, to or entered by this person'),
  customer: id('customer').optional().describe('Only from or to this customer'),
  from: moment.optional().describe('Happened at or after'),
  until: moment.optional().describe('Happened before'),
});
export type EntriesQuery = z.output<typeof entriesQuery>;

export const countsQuery = z.strictObject({
  ...pageQuery,
  sort,
  state: z.enum(['due', 'begun', 'differences', 'settled']).optional().describe('Only counts that stand so'),
  from: moment.optional().describe('Of periods that began at or after'),
  until: moment.optional().describe('Of periods that began before'),
});
export type CountsQuery = z.output<typeof countsQuery>;

export const beginCountInput = z.strictObject({
  id: id('custody_count').optional().describe("The client's own new id; the same id again begins nothing twice"),
  sort: z.enum(CUSTODY_SORTS).describe('What is counted'),
  kind: z.string().max(60).optional().describe('Key of the one kind that is counted; left out: all of that sort'),
});
export type BeginCount = z.output<typeof beginCountInput>;

export const lineInput = z.strictObject({
  found: z.enum(FOUND).exclude(['surplus']).describe('What was found of it'),
  remark: long('What is to be said of it'),
});
export type CountLine = z.output<typeof lineInput>;

export const surplusInput = z.strictObject({
  id: id('custody_count_line').optional().describe("The client's own new id; the same id again adds nothing twice"),
  label: line.describe('What was found that is in no book'),
  remark: long('What is to be said of it'),
});
export type Surplus = z.output<typeof surplusInput>;

export const settleInput = z.strictObject({
  as: z
    .enum(SETTLED_AS)
    .describe(
      'lost, written_off, found, damaged: entered in the ledger so; entered: registered; explained: the book stays',
    ),
  reason: line.describe('Why'),
});
export type Settle = z.output<typeof settleInput>;
