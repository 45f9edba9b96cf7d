import { z } from 'zod';
import { contactLineOut } from '../contact/line.ts';
import { classNameOut } from '../customer-class/view.ts';
import { personOut } from '../organisation/shapes.ts';
import { customerNameOut } from '../ticket/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf } from '../platform/http/shapes.ts';
import { CONTACT_SORTS, CONTACT_STATES, ENDED_AS, WHOM } from './custodian.ts';

const abilityOut = z.object({
  percent: z.number().describe('How much he can take beside the others; 100 is usual'),
  why: z.string().describe('Why it was said'),
  by: personOut.describe('Who said so'),
  at: momentOut.describe('From when'),
});

const specialistOut = z.object({
  person: personOut.describe('The specialist'),
  percent: z.number().describe('How much he can take beside the others; 100 is usual'),
  version: z.number().describe('Of that; 0: nothing was said yet. Send it back with another'),
  customers: z.number().describe('How many customers he has'),
  share: z.number().describe('How many of all that are given would be his by what each can take, to a tenth'),
  open: z.number().describe('Contacts he owes'),
  late: z.number().describe('Of these, those whose time has passed'),
  kept: z.number().describe('Contacts due in the period that he made in time'),
  missed: z.number().describe('Contacts due in the period that he made late, or not yet'),
  due: z.number().describe('Contacts due in the period, those owed no more left out'),
  abilities: z.array(abilityOut).describe('What was said of it, the newest first'),
});

export const custodiansOut = z.object({
  items: z.array(specialistOut).describe('Each specialist, by name'),
  given: z.number().describe('How many customers they have together'),
  without: z.number().describe('How many customers that I see nobody has'),
  from: momentOut.describe('From when the period counts'),
  until: momentOut.describe('The end of the period, which is not in it'),
  can: canOut.describe('assign'),
});
export type CustodiansView = z.output<typeof custodiansOut>;

export const proposalOut = z.object({
  more: z.boolean().describe('true: there are more than one act takes; propose again once these are given'),
  lines: z
    .array(
      z.object({
        customer: customerNameOut.describe('Who would be given'),
        class: classNameOut.nullable().describe('His class; null: none'),
        from: personOut.nullable().describe('Whose he is now; null: nobody’s'),
        to: personOut.describe('Whose he would be'),
      }),
    )
    .describe('Who would change; nothing is written'),
  specialists: z
    .array(
      z.object({
        person: personOut.describe('The specialist'),
        percent: z.number().describe('How much he can take'),
        before: z.number().describe('How many he has'),
        after: z.number().describe('How many he would have'),
      }),
    )
    .describe('What it would come to'),
});
export type ProposalView = z.output<typeof proposalOut>;

export const distributionOut = z.object({
  id: idOut('custodian_distribution'),
  whom: z.enum(WHOM).describe('How it was proposed: those with nobody, or everybody anew'),
  why: z.string().describe('Why it was made'),
  by: personOut.describe('Who made it'),
  at: momentOut.describe('When the customers were given'),
  customers: z.number().describe('How many were given'),
  standing: z.number().describe('How many are still whose they were given to by it'),
  undoneAt: momentOrNotYet.describe('When it was undone; null: it stands'),
  undoneBy: personOut.nullable().describe('Who undid it; null: nobody'),
  undoneWhy: z.string().nullable().describe('Why; null: it stands'),
  can: canOut.describe('undo'),
});
export const distributionsOut = pageOf(distributionOut);
export type DistributionLine = z.output<typeof distributionOut>;
export const undoneOut = z.object({
  undone: z.number().describe('How many are whose they were before'),
  stays: z.number().describe('How many stay: contacted meanwhile, or given on'),
});

const owedOut = z.object({
  id: idOut('custodian_contact'),
  sort: z.enum(CONTACT_SORTS).describe('first: after he was given; regular: by the standard of his class'),
  state: z
    .enum(CONTACT_STATES)
    .describe('open; late: its time has passed; kept or missed: made in time or after it; dropped: owed no more'),
  askedAt: momentOut.describe('Since when it is owed'),
  dueAt: momentOut.describe('By when'),
});

export const owedContactOut = owedOut.extend({
  customer: customerNameOut.describe('With whom'),
  class: classNameOut.nullable().describe('His class; null: none'),
  person: personOut.describe('Who owes it'),
  doneAt: momentOrNotYet.describe('When it was made'),
  contact: contactLineOut
    .pick({ id: true, channel: true, callerName: true, need: true, outcome: true, at: true, endedAt: true })
    .nullable()
    .describe('The record of it; null: not made yet'),
  attempts: z.number().describe('How often nobody was reached'),
  can: canOut.describe('record'),
});
export const owedContactsOut = pageOf(owedContactOut);
export type OwedContactLine = z.output<typeof owedContactOut>;

export const inChargeOut = z.object({
  customer: customerNameOut.describe('Who is in somebody’s charge, or in nobody’s'),
  class: classNameOut.nullable().describe('His own class; null: none'),
  person: personOut.nullable().describe('Whose he is; null: nobody’s'),
  since: momentOut.nullable().describe('Since when; null: nobody has him'),
  lastContactAt: momentOut.nullable().describe('When somebody was last in touch with him; null: never'),
  owed: owedOut.nullable().describe('The contact that is owed with him; null: none'),
});
export const inChargesOut = pageOf(inChargeOut).extend({ can: canOut.describe('assign, classify') });
export type InChargeLine = z.output<typeof inChargeOut>;

export const custodianOfOut = z.object({
  person: personOut.nullable().describe('Whose he is; null: nobody’s'),
  owed: owedOut.nullable().describe('The contact that is owed with him; null: none'),
  history: z
    .array(
      z.object({
        person: personOut.describe('Whose he was'),
        from: momentOut.describe('When he was given the customer'),
        until: momentOrNotYet.describe('Until when; null: still'),
        by: personOut.describe('Who gave him'),
        why: z.string().describe('Reason that was given; empty: none'),
        endedAs: z.enum(ENDED_AS).nullable().describe('How it ended; null: it has not'),
      }),
    )
    .describe('Each of them, the newest first'),
  can: canOut.describe('give, record'),
});
export type CustodianOf = z.output<typeof custodianOfOut>;
