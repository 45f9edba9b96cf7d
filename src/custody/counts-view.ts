import { CUSTODY_STATES } from './sorts.ts';
import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';
import { FOUND, SETTLED_AS } from './count.ts';
import { CONDITIONS } from './custody.ts';
import { custodyKindOut, custodySortOut, holderOut } from './view.ts';

const n = (words: string) => z.number().int().describe(words);
const line = {
  id: idOut('custody_count'),
  name: wordsOut.nullable().describe('What the house calls a count that it owes; null: begun besides'),
  sort: custodySortOut,
  kind: custodyKindOut.nullable().describe('The one kind that is counted; null: all of that sort'),
  begins: z.string().nullable().describe('First day of its period, YYYY-MM-DD; null: begun besides'),
  from: momentOut.describe('Since when it is owed, or when it was begun'),
  state: z
    .enum(['due', 'begun', 'differences', 'settled'])
    .describe('due: nobody has begun; differences: counted, and not all is settled'),
  dueAt: momentOut
    .nullable()
    .describe('By when it is to be counted, or its differences settled; null: nothing is owed'),
  late: z.boolean().describe('Not by then'),
  begunAt: momentOrNotYet,
  begunBy: personOut.nullable().describe('Who began; null: nobody'),
  doneAt: momentOrNotYet,
  doneBy: personOut.nullable().describe('Who said that all is counted; null: nobody yet'),
  settledAt: momentOrNotYet,
  lines: n('How many things are to be found'),
  counted: n('Of these, looked at'),
  differences: n('Found otherwise than in the book'),
  settled: n('Of these, settled'),
};
export const custodyCountOut = z.object(line);
export type CustodyCount = z.input<typeof custodyCountOut>;
export const custodyCountsOut = pageOf(custodyCountOut);

const lineOut = z.object({
  id: idOut('custody_count_line'),
  item: z
    .object({
      id: idOut('custody_item'),
      kind: custodyKindOut,
      number: z.string().describe('Its number, once among its kind'),
      place: z.string().describe('Code of its place; empty: none'),
    })
    .nullable()
    .describe('The thing; null: found, and in no book'),
  label: z.string().describe('What it is'),
  expected: z
    .object({
      state: z.enum(CUSTODY_STATES).describe('How it stood'),
      condition: z.enum(CONDITIONS).describe('In what condition'),
      holder: holderOut.describe('Who had it'),
    })
    .nullable()
    .describe('What the book said as the count began; null: it is in no book'),
  found: z.enum(FOUND).nullable().describe('What was found; null: nobody looked yet'),
  remark: z.string().describe('What was said of it; empty: nothing'),
  foundBy: personOut.nullable().describe('Who looked; null: nobody yet'),
  foundAt: momentOrNotYet,
  settledAs: z
    .enum(SETTLED_AS)
    .nullable()
    .describe('How the difference was settled; null: it is not, or there is none'),
  reason: z.string().describe('Why so; empty: not settled'),
  settledBy: personOut.nullable().describe('Who approved it; null: nobody yet'),
  settledAt: momentOrNotYet,
  can: canOut.describe('count, settle'),
});
export type CustodyCountLine = z.input<typeof lineOut>;

export const custodyCountPageOut = z.object({
  ...line,
  sheet: z.array(lineOut).describe('Every line, in the order of its numbers; what is in no book last'),
  can: canOut.describe('begin, count, complete'),
});
export type CustodyCountPage = z.input<typeof custodyCountPageOut>;
export const countBegunOut = z.object({ id: idOut('custody_count') });
