import { z } from 'zod';
import { line, moment, pageQuery, text } from '../platform/http/shapes.ts';
import { key } from '../pack/shapes.ts';
import { SUMMARY_PERIODS } from './periods.ts';
import { ABOUT } from './summary.ts';

export const submitSummaryInput = z.strictObject({
  text: text.describe('What the period came to, in words'),
  measures: z
    .string()
    .trim()
    .max(10_000)
    .default('')
    .describe('What will be done about it; of a report upward, what is proposed'),
  lateBecause: z
    .string()
    .trim()
    .max(10_000)
    .default('')
    .describe('Of a report in figures: why promises were late; required where any was'),
  signedAs: line
    .optional()
    .describe('Of a report in figures: the name it is signed with, one’s own; a summary of matters is not signed'),
});
export type SubmitSummary = z.output<typeof submitSummaryInput>;

export const summariesQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'submitted', 'all']).default('all').describe('Which: not yet submitted, submitted, or all'),
  period: z.enum(SUMMARY_PERIODS).optional().describe('Only of weeks, months, quarters or years'),
  about: z
    .enum(ABOUT)
    .optional()
    .describe(
      'Only summaries of complaints and special situations (matters), service reports (service), or reports upward',
    ),
  report: key.optional().describe('Only reports upward of this plan, by its key'),
  to: z.enum(['me']).optional().describe('me: only what was brought to me, or to a post of mine'),
  from: moment.optional().describe('Of periods that end after this moment'),
  until: moment.optional().describe('Of periods that begin before this moment'),
});
export type SummariesQuery = z.output<typeof summariesQuery>;
