import { z } from 'zod';
import { id, moment, pageQuery, text } from '../platform/http/shapes.ts';
import { BECAME, PROPOSAL_STATES } from './proposal.ts';

export const passInput = z.strictObject({
  id: id('proposal_pass').optional().describe("The client's own new id; the same id again passes nothing twice"),
  departmentId: id('department').describe('Which department it concerns; the ticket belongs to it from now on'),
  words: z.string().trim().max(2000).default('').describe('What the department is asked'),
  answerBy: moment.optional().describe('By when it answers; left out: by the limit of the house'),
});

export const departmentAnswerInput = z.strictObject({
  became: z.enum(BECAME).describe('adopted, partly, later (kept for later) or declined'),
  answer: text.describe('What becomes of it, and why'),
});

export const planInput = z.strictObject({
  id: id('proposal_plan').optional().describe("The client's own new id; the same id again plans nothing twice"),
  personId: id('person').describe('Who carries it out'),
  dueAt: moment.describe('By when'),
  words: text.describe('What is done'),
});

export const realisedInput = z.strictObject({
  at: moment.optional().describe('When it was done, if earlier than now'),
  result: text.describe('What came of it'),
});

const asked = {
  centre: id('centre').optional().describe('Only those of this centre'),
  department: id('department').optional().describe('Only those that belong to this department'),
  from: moment.optional().describe('Made at or after'),
  until: moment.optional().describe('Made before'),
};

export const proposalsQuery = z.strictObject({
  ...pageQuery,
  ...asked,
  state: z.enum(PROPOSAL_STATES).optional().describe('Only those that stand here'),
});

export const countQuery = z.strictObject(asked);
