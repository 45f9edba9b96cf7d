import { z } from 'zod';
import { scorecardShape } from '../pack/scorecards.ts';
import { id, line, moment, pageQuery } from '../platform/http/shapes.ts';

export const giveReviewInput = z.strictObject({
  id: id('quality_review').optional().describe("The client's own new id; the same id again scores nothing twice"),
  scorecard: z.string().max(60).describe('Key of the scorecard'),
  contactId: id('contact').optional().describe('Of a scorecard for contacts: which one; whoever had it is scored'),
  ticketId: id('ticket').optional().describe('Of one for complaints: which one; whoever answers for it is scored'),
  personId: id('person').optional().describe('Of one for a person or a period: who is scored'),
  fromDay: z.iso.date().optional().describe('Of one for a period: its first day'),
  untilDay: z.iso.date().optional().describe('Of one for a period: its last day'),
  marks: z
    .array(
      z.strictObject({
        line: z.string().max(60).describe('Key of a line of the scorecard'),
        mark: z.number().int().min(0).max(10).describe('On its scale, 0 the worst'),
        remark: z.string().trim().max(200).default('').describe('What was seen; demanded where it is not in order'),
      }),
    )
    .max(30)
    .describe('One for each line'),
  remark: z.string().trim().max(2_000).default('').describe('What else is to be said'),
  mendBy: moment
    .optional()
    .describe('By when he mends what is not in order, each line an item of his day plan; demanded where there is any'),
});
export type GiveReview = z.output<typeof giveReviewInput>;

export const reviewsQuery = z.strictObject({
  ...pageQuery,
  scorecard: z.string().max(60).optional().describe('Only by this scorecard'),
  person: id('person').optional().describe('Only of this person'),
  by: id('person').optional().describe('Only those this person gave'),
  contact: id('contact').optional().describe('Only of this contact'),
  ticket: id('ticket').optional().describe('Only of this complaint'),
  failed: z.stringbool().optional().describe('Only those with a line not in order, or only those without'),
  from: moment.optional().describe('Given at or after'),
  until: moment.optional().describe('Given before'),
});
export type ReviewsQuery = z.output<typeof reviewsQuery>;

export const changeScorecardsInput = z.strictObject({
  why: line.describe('Why they are changed; kept with the version'),
  seen: z.number().int().min(0).describe('The version it was made on'),
  scorecards: z.array(scorecardShape).max(60).describe('All of them, in the order in which they are offered'),
});
export type ChangeScorecards = z.output<typeof changeScorecardsInput>;
