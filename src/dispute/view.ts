import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf } from '../platform/http/shapes.ts';
import { numberOut, placeCodeOut, stageOut, titleOut } from '../ticket/shapes.ts';

const partyId = idOut('dispute_party');

export const partyOut = z.object({
  id: partyId,
  customerId: idOut('customer').nullable().describe('null: nobody on file'),
  name: z.string().describe('What he is called'),
  place: placeCodeOut.nullable().describe('Where he lives; null: not noted'),
  confirmedAt: momentOut
    .nullable()
    .describe('When he confirmed the agreement that stands; null: he did not, or none does'),
  confirmedBy: z.string().nullable().describe('signed or spoken; null: not confirmed'),
});

const statement = z.object({
  id: idOut('dispute_statement'),
  partyId,
  text: z.string().describe('What he said'),
  withheld: z.boolean().describe('Not shown to the other side'),
  takenBy: personOut.describe('Who took it down'),
  takenAt: momentOut,
});

const attempt = z.object({
  id: idOut('dispute_attempt'),
  heldAt: momentOut,
  heldBy: personOut.describe('Who mediated'),
  parties: z.array(partyId).describe('Which parties came'),
  others: z.string().describe('Who else was there; empty: nobody'),
  proposed: z.string().describe('What was proposed'),
  result: z.string().describe('agreed, closer, no_agreement or not_held'),
  words: z.string().describe('How it went; empty: nothing noted'),
  nextAt: momentOut.nullable().describe('When they were to meet again; null: nothing was agreed'),
});

const outcome = z.object({
  id: idOut('dispute_outcome'),
  kind: z.string().describe('agreement or referral'),
  terms: z.string().describe('Of an agreement what was agreed, of a referral the papers given along'),
  referredTo: z.string().nullable().describe('To whom it was referred; null: it was not'),
  checkBy: momentOut.nullable().describe('By when somebody looks whether it holds; null: a referral'),
  by: personOut.describe('Who wrote it down'),
  at: momentOut,
  checkedAt: momentOrNotYet,
  checkedBy: personOut.nullable().describe('Who looked; null: nobody yet'),
  holds: z.boolean().nullable().describe('Whether it holds; null: nobody has looked'),
  checkWords: z.string().nullable().describe('What was found; null: nobody has looked'),
  endedAt: momentOrNotYet,
  endedBecause: z.string().nullable().describe('not_held or taken_back; null: it stands'),
});

export const disputeOut = z.object({
  parties: z.array(partyOut).describe('In the order in which they were added'),
  statements: z.array(statement).describe('Each side, the oldest first'),
  attempts: z.array(attempt).describe('Every attempt at mediation, the oldest first'),
  outcomes: z.array(outcome).describe('Agreements and referrals, the oldest first; at most one stands'),
  withheld: z.number().describe('How many statements are left out of the record for this party'),
  can: canOut.describe('add_party, state, mediate, agree, refer, confirm, check, take_back'),
});

export const disputeLineOut = z.object({
  id: idOut('ticket'),
  number: numberOut,
  title: titleOut,
  stage: stageOut,
  owner: personOut.describe('Who answers for it'),
  openedAt: momentOut,
  closedAt: momentOrNotYet,
  parties: z.array(z.string()).describe('Names of the parties'),
  attempts: z.number().describe('How often mediation was tried'),
  nextAt: momentOut.nullable().describe('When they meet next; null: nothing is agreed'),
  outcome: z.string().nullable().describe('agreement or referral; null: none stands'),
  holds: z.boolean().nullable().describe('Whether the agreement holds; null: nobody has looked'),
});

export const disputesOut = pageOf(disputeLineOut);
