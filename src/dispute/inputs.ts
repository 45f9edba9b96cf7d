import { z } from 'zod';
import { id, line, moment, text } from '../platform/http/shapes.ts';
import { ATTEMPT_RESULTS } from './dispute.ts';

const happenedAt = moment.optional().describe('When it was, if earlier than now; never later');

export const partyInput = z.strictObject({
  id: id('dispute_party').optional().describe("The client's own new id; the same id again adds nothing twice"),
  customerId: id('customer').optional().describe('The household or person; left out: nobody on file'),
  name: z.string().trim().max(100).default('').describe('Of somebody who is not on file; else empty'),
  placeId: id('place').optional().describe('Where he lives; left out: nowhere of ours'),
});

export const statementInput = z.strictObject({
  id: id('dispute_statement').optional().describe("The client's own new id; the same id again writes nothing twice"),
  partyId: id('dispute_party').describe('Whose side it is'),
  text: text.describe('What he says, in his words'),
  withheld: z.boolean().default(false).describe('true: not shown to the other side'),
  takenAt: happenedAt,
});

export const attemptInput = z.strictObject({
  id: id('dispute_attempt').optional().describe("The client's own new id; the same id again records nothing twice"),
  heldAt: happenedAt,
  parties: z.array(id('dispute_party')).max(20).describe('Which parties came'),
  others: z.string().trim().max(300).default('').describe('Who else was there'),
  proposed: text.describe('What was proposed'),
  result: z
    .enum(ATTEMPT_RESULTS)
    .describe('agreed, closer (they came nearer to each other), no_agreement, or not_held (somebody did not come)'),
  words: z.string().trim().max(5000).default('').describe('How it went'),
  nextAt: moment.optional().describe('When they meet again; owed from then on like any promise'),
});

export const agreementInput = z.strictObject({
  id: id('dispute_outcome').optional().describe("The client's own new id; the same id again writes nothing twice"),
  terms: text.describe('What they agreed'),
  checkBy: moment.describe('By when somebody looks whether it holds'),
});

export const referralInput = z.strictObject({
  id: id('dispute_outcome').optional().describe("The client's own new id; the same id again writes nothing twice"),
  referredTo: line.describe('To whom: the residents’ committee, the police, a court'),
  papers: text.describe('Which papers were given along'),
  at: happenedAt,
});

export const confirmationInput = z.strictObject({
  partyId: id('dispute_party').describe('Who confirms'),
  way: z.enum(['signed', 'spoken']).describe('signed: on paper; spoken: said to whoever records it'),
  at: happenedAt,
});

export const takeBackInput = z.strictObject({});

export const checkInput = z.strictObject({
  holds: z.boolean().describe('false: mediation goes on, and what was settled is opened again'),
  words: text.describe('What was found'),
  at: happenedAt,
});

export const disputeQuery = z.strictObject({
  for: id('dispute_party')
    .optional()
    .describe('The record as this party may have it: without what another side said in confidence'),
});

export type AddParty = z.output<typeof partyInput>;
