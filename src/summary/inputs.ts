import { z } from 'zod';
import { moment, pageQuery, text } from '../platform/http/shapes.ts';

export const submitSummaryInput = z.strictObject({
  text: text.describe('What the week or month came to, in words'),
  measures: z.string().trim().max(10_000).default('').describe('What will be done so that it does not happen again'),
});
export type SubmitSummary = z.output<typeof submitSummaryInput>;

export const summariesQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'submitted', 'all']).default('all').describe('Which: not yet submitted, submitted, or all'),
  period: z
    .enum(['week', 'month'])
    .optional()
    .describe("Only the weeks' complaints, or the months' special situations"),
  from: moment.optional().describe('Of periods that end after this moment'),
  until: moment.optional().describe('Of periods that begin before this moment'),
});
export type SummariesQuery = z.output<typeof summariesQuery>;
