import { CUSTODY_ACTS, CUSTODY_SORTS, CUSTODY_STATES, ISSUED_STATES } from './sorts.ts';
import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { custodyKindShape } from '../pack/custody.ts';
import { allOf, canOut, idOut, momentOut, pageOf, versionOut, wordsOut } from '../platform/http/shapes.ts';
import { customerNameOut, placeNameOut, ticketNameOut } from '../ticket/shapes.ts';
import { CONDITIONS, HOLDER_KINDS } from './custody.ts';

export const holderOut = z
  .object({
    kind: z.enum(HOLDER_KINDS).describe('house: it is here; nobody: it is gone, or was not there yet'),
    id: z.string().nullable().describe('Of a person or customer: his identifier; null: of another'),
    name: z.string().describe('As he is called; empty: the house, or nobody'),
  })
  .meta({ id: 'Holder', description: 'Who has a thing in custody' });

export const custodySortOut = z.enum(CUSTODY_SORTS).describe('What sort of thing');
export const custodyKindOut = z
  .object({
    key: z.string().describe('Key of its kind'),
    name: wordsOut.describe('What its kind is called'),
  })
  .describe('Which of the things that the house keeps');

const validUntil = z.string().nullable().describe('Last day on which it is valid, YYYY-MM-DD; null: no end is set');
const condition = z.enum(CONDITIONS).describe('In what condition it is');
const state = z
  .enum(CUSTODY_STATES)
  .describe('in_house: with us; drawn: to come back; handed_out: given for good; issued: a pass or certificate');
const worth = z
  .object({
    amount: z.number().int().describe('In the smallest unit of its currency'),
    currency: z.string().describe('ISO 4217'),
  })
  .nullable()
  .describe('What it is worth; null: not said');

const line = {
  id: idOut('custody_item'),
  kind: custodyKindOut,
  sort: custodySortOut,
  number: z.string().describe('Its number, once among its kind'),
  label: z.string().describe('What it is'),
  place: placeNameOut.nullable().describe('Where it belongs; null: nowhere in particular'),
  customer: customerNameOut.nullable().describe('Whose it is, or who applied for it; null: the house’s own'),
  worth,
  state,
  condition,
  holder: holderOut.describe('Who has it now'),
  since: momentOut.describe('Since when it stands so'),
  purpose: z.string().describe('What for whoever has it has it; empty: not said'),
  dueBack: momentOut.nullable().describe('When it is due back; null: it is not'),
  overdue: z.boolean().describe('Due back, and not back'),
  validUntil,
  valid: z.boolean().nullable().describe('Valid today; null: not issued'),
  ticket: ticketNameOut.nullable().describe('The matter it was issued on; null: none'),
};

export const custodyLineOut = z.object({
  ...line,
  can: canOut.describe('enter (make an entry), and each act by its name'),
});
export type CustodyLine = z.input<typeof custodyLineOut>;
export const custodyItemsOut = pageOf(custodyLineOut);

const entry = {
  id: idOut('custody_entry'),
  seq: z.number().int().describe('Its number among the entries of the thing'),
  act: z.enum(CUSTODY_ACTS).describe('What was entered'),
  state,
  condition,
  from: holderOut.describe('Who had it'),
  to: holderOut.describe('Who has it from then on'),
  purpose: z.string().describe('What for; empty: not said'),
  dueBack: momentOut.nullable().describe('When it is due back; null: it is not'),
  validUntil,
  whatHappened: z.string().describe('Of a report of damage or loss; else empty'),
  cause: z.string().describe('Why it broke or was lost; empty: not known'),
  measures: z.string().describe('What was done about it; empty: nothing said'),
  remark: z.string().describe('What else was said; of a correction, why'),
  corrects: z.number().int().nullable().describe('Number of the entry that it takes back; null: none'),
  corrected: z.boolean().describe('A later entry takes it back'),
  ticket: ticketNameOut.nullable().describe('The matter it belongs to; null: none'),
  happenedAt: momentOut.describe('When it happened'),
  recordedAt: momentOut.describe('When it was entered'),
  by: personOut.describe('Who entered it'),
};

export const custodyEntryOut = z.object({
  ...entry,
  item: z
    .object({
      id: idOut('custody_item'),
      kind: custodyKindOut,
      sort: custodySortOut,
      number: line.number,
      label: line.label,
    })
    .describe('The thing'),
});
export type CustodyEntryLine = z.input<typeof custodyEntryOut>;
export const custodyEntriesOut = pageOf(custodyEntryOut);

export const custodyPageOut = z.object({
  ...line,
  version: versionOut,
  entries: z.array(z.object(entry)).describe('Its whole ledger, the first entry first'),
  former: z
    .array(
      z.object({
        before: z
          .record(z.string(), z.union([z.string(), z.number()]).nullable())
          .describe('The changed fields as they stood, by name; places and customers by what they are called'),
        by: personOut,
        at: momentOut,
      }),
    )
    .describe('What was put right of the thing itself, the first change first'),
  can: canOut.describe('change, correct (the last entry), and each act by its name'),
});
export type CustodyPage = z.input<typeof custodyPageOut>;

export const custodyKindsOut = z.object({
  items: z.array(custodyKindShape).describe('Kinds of things that the house keeps'),
  can: canOut.describe('keep (register, enter), approve (settle differences of a count)'),
});

const n = (words: string) => z.number().int().describe(words);
export const custodyStatisticsOut = allOf(
  z.object({
    kind: custodyKindOut,
    sort: custodySortOut,
    total: n('All that were ever registered and are not gone'),
    inHouse: n('With the house'),
    drawn: n('Drawn, to come back'),
    handedOut: n('Handed out for good'),
    issued: n('Passes and certificates out now, valid or not'),
    valid: n('Issued and valid today'),
    overdue: n('Due back, and not back'),
    damaged: n('Broken, and not mended'),
    lost: n('Reported as such, neither found nor written off since'),
    writtenOff: n('Given up for good'),
    worth: z
      .array(z.object({ amount: n('In the smallest unit'), currency: z.string().describe('ISO 4217') }))
      .describe('What those that are not gone are worth, by currency'),
  }),
);
export type CustodyStatistics = z.input<typeof custodyStatisticsOut>;

export const registeredOut = z.object({ id: idOut('custody_item') });

export const issuedOut = registeredOut.extend({ number: z.string().describe('The number it has') });

export const issuedLineOut = z.object({
  id: idOut('custody_entry'),
  item: idOut('custody_item').describe('The thing itself, under /api/custody/{id}'),
  kind: custodyKindOut,
  number: line.number,
  label: line.label,
  applicant: z.string().describe('Who applied for it; empty: nobody is on file'),
  customer: line.customer,
  place: line.place.describe('For which unit; null: for none'),
  holder: holderOut.describe('To whom it was issued'),
  papers: z.array(wordsOut).describe('What was shown for it and found in order, as the application lists it'),
  issuedAt: momentOut.describe('When it was issued'),
  issuedBy: personOut.describe('Who issued it'),
  validUntil,
  state: z.enum(ISSUED_STATES).describe('How it stands today'),
  withdrawnAt: momentOut.nullable().describe('When it was taken back; null: it was not'),
  withdrawnBy: personOut.nullable().describe('Who took it back; null: nobody did'),
  withdrawnWhy: z.string().describe('What was said as it was taken back; empty: nothing'),
  ticket: line.ticket.describe('The application it was issued on; null: without one'),
});
export type IssuedLine = z.input<typeof issuedLineOut>;
export const issuedListOut = pageOf(issuedLineOut);

export const issuableOut = z.object({
  items: z
    .array(
      z.object({
        kind: custodyKindOut,
        numbered: z.boolean().describe('true: the house numbers it itself'),
        needsValidity: z.boolean().describe('Whoever issues it says until when it is valid'),
        out: z
          .object({
            id: idOut('custody_item'),
            number: line.number,
            validUntil,
          })
          .nullable()
          .describe('What was issued on this application and is out; null: nothing yet'),
      }),
    )
    .describe('What the application asks for'),
  can: canOut.describe('issue'),
});
