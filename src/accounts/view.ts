import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { allOf, canOut, idOut, momentOrNotYet, momentOut, pageOf } from '../platform/http/shapes.ts';
import { ACCOUNT_SIDES, ACCOUNT_STATES } from './accounts.ts';
import { ACCOUNT_PERIODS } from './rules.ts';

const amount = z.number().describe("In the currency's smallest unit");
const ofPeriod = {
  period: z.enum(ACCOUNT_PERIODS).describe('How long it is'),
  begins: z.string().describe('Its first day, YYYY-MM-DD'),
  version: z.number().describe('1; a correction of what was published is the next'),
  currency: z.string().describe('What amounts are in, ISO 4217'),
  totals: z
    .object({ income: amount, expenditure: amount, result: amount.describe('Income less expenditure') })
    .describe('Of all lines'),
};
const lineShown = {
  side: z.enum(ACCOUNT_SIDES).describe('What came in, or what went out'),
  name: z.string().describe('What it is'),
  amount,
  note: z.string().describe('What is to be known of it; empty: nothing'),
};

const common = {
  id: idOut('accounts'),
  ...ofPeriod,
  from: momentOut.describe('When the period begins'),
  until: momentOut.describe('When the next one begins'),
  state: z
    .enum(ACCOUNT_STATES)
    .describe(
      'open: to be supplied; sent_back: to be put right; supplied: waits for approval; published: owners see it',
    ),
  owner: personOut.nullable().describe('Who owes what is owed now; null: nobody'),
  dueAt: momentOut.nullable().describe('By when it is owed; null: nothing is'),
  suppliedAt: momentOrNotYet,
  suppliedBy: personOut.nullable().describe('Who supplied them; null: nobody yet'),
  publishedAt: momentOrNotYet,
  publishedBy: personOut.nullable().describe('Who approved and so published them; null: nobody yet'),
  correctsBecause: z.string().describe('Why the version before is corrected; empty of the first'),
};

export const accountsLineOut = z.object(common);
export const accountsOut = pageOf(accountsLineOut);
export type AccountsLine = z.input<typeof accountsLineOut>;

export const accountsPageOut = z.object({
  ...common,
  remark: z.string().describe('What owners are told beside the figures; empty: nothing'),
  sentBackBecause: z.string().describe('Why they were sent back last; empty: they were not'),
  lines: z.array(z.object({ id: idOut('account_line'), ...lineShown })).describe('Income, then expenditure'),
  versions: z
    .array(z.object({ id: idOut('accounts'), version: z.number().describe('1, 2, ...'), publishedAt: momentOrNotYet }))
    .describe('Every version of this period, the newest first'),
  changes: z
    .array(
      z.object({
        at: momentOut,
        by: personOut.nullable().describe('Who; null: the system'),
        side: z.enum(ACCOUNT_SIDES).describe('On which side'),
        name: z.string().describe('What the line is called now'),
        before: amount.nullable().describe('null: it was not there'),
        after: amount.nullable().describe('null: it was taken out'),
      }),
    )
    .describe('What was changed on its lines, the newest first'),
  can: canOut.describe('write, supply, decide, correct'),
});
export type AccountsPage = z.input<typeof accountsPageOut>;

export const publishedAccountsOut = allOf(
  z.object({
    id: idOut('accounts'),
    ...ofPeriod,
    publishedAt: momentOut.describe('When it was published'),
    publishedBy: z.string().describe('Who published it, by name'),
    remark: z.string().describe('What is said beside the figures; empty: nothing'),
    lines: z.array(z.object(lineShown)).describe('Income, then expenditure'),
    corrects: z
      .object({ publishedAt: momentOut, because: z.string().describe('What was wrong') })
      .nullable()
      .describe('What was published before it, and why it was corrected; null: it is the first version'),
  }),
);
