import { z } from 'zod';
import { dayIn, money } from '../budget/inputs.ts';
import { id, line, moment, pageQuery } from '../platform/http/shapes.ts';
import { ACCOUNT_SIDES, ACCOUNT_STATES } from './accounts.ts';

const because = z.string().trim().max(1_000).default('');

export const openAccountsInput = z.strictObject({
  day: dayIn.describe('Any day of the period; how long that is the house has settled'),
});

export const accountLineInput = z.strictObject({
  id: id('account_line')
    .optional()
    .describe("A line that stands there, or the client's own new id; left out: a new one"),
  side: z.enum(ACCOUNT_SIDES).describe('What came in, or what went out'),
  name: line.describe('What owners read: management fees, lift maintenance'),
  amount: money.min(0),
  note: z.string().trim().max(500).default('').describe('What is to be known of it; empty: nothing'),
});
export type WriteAccountLine = z.output<typeof accountLineInput>;

export const supplyInput = z.strictObject({
  remark: z.string().trim().max(2_000).default('').describe('What owners are told beside the figures; empty: nothing'),
});
export type Supply = z.output<typeof supplyInput>;

export const decideAccountsInput = z.strictObject({
  decision: z
    .enum(['publish', 'send_back'])
    .describe('publish: owners see them from now on; send_back: they are put right'),
  because: because.describe('Why; needed to send them back'),
});
export type DecideAccounts = z.output<typeof decideAccountsInput>;

export const correctInput = z.strictObject({
  because: z.string().trim().min(1).max(1_000).describe('Why what was published is corrected; owners read it'),
});

export const accountsQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(ACCOUNT_STATES).optional().describe('Only those that stand so'),
  from: moment.optional().describe('Of periods that end after'),
  until: moment.optional().describe('Of periods that begin before'),
});
export type AccountsQuery = z.output<typeof accountsQuery>;
