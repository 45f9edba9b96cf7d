import { z } from 'zod';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf } from '../platform/http/shapes.ts';
import { numberOut, titleOut } from '../ticket/shapes.ts';
import { BECAME, PROPOSAL_STATES } from './proposal.ts';

const becameOut = z.string().nullable().describe('adopted, partly, later or declined; null: not said yet');

export const proposalOut = z.object({
  passes: z
    .array(
      z.object({
        id: idOut('proposal_pass'),
        department: departmentNameOut.describe('Which department it was passed to'),
        words: z.string().describe('What it was asked; empty: nothing in particular'),
        passedBy: personOut.describe('Who passed it on'),
        passedAt: momentOut,
        became: becameOut,
        answer: z.string().nullable().describe('What becomes of it, and why; null: not answered yet'),
        answeredBy: personOut.nullable().describe('Who answered; null: nobody yet'),
        answeredAt: momentOrNotYet,
      }),
    )
    .describe('To which departments it was passed, the oldest first'),
  plans: z
    .array(
      z.object({
        id: idOut('proposal_plan'),
        person: personOut.describe('Who carries it out'),
        dueAt: momentOut,
        words: z.string().describe('What is done'),
        plannedAt: momentOut,
        endedAt: momentOut.nullable().describe('When another plan took its place; null: it stands'),
        realisedAt: momentOrNotYet,
        result: z.string().nullable().describe('What came of it; null: not done yet'),
      }),
    )
    .describe('Who was to carry it out by when, and when it was done; the last one stands'),
  can: canOut.describe('pass, answer, plan, realise'),
});

export const proposalLineOut = z.object({
  id: idOut('ticket'),
  number: numberOut,
  title: titleOut,
  state: z.enum(PROPOSAL_STATES).describe('Where it stands; declined: it ended without being carried out'),
  became: z.enum(BECAME).nullable().describe('What the department said becomes of it; null: nothing yet'),
  department: departmentNameOut.nullable().describe('Where it belongs; null: nowhere'),
  proposer: z.string().nullable().describe('Who made it; null: not on file'),
  openedAt: momentOut,
  planPerson: personOut.nullable().describe('Who carries it out; null: not planned'),
  planDueAt: momentOut.nullable().describe('By when it is to be done; null: not planned'),
  realisedAt: momentOrNotYet,
});

export const proposalsOut = pageOf(proposalLineOut);

export const proposalCountsOut = z.object({
  total: z.number().describe('All that fit'),
  states: z
    .array(
      z.object({ state: z.enum(PROPOSAL_STATES).describe('Where they stand'), n: z.number().describe('How many') }),
    )
    .describe('By state, in their order; those without any are nought'),
});
