import { z } from 'zod';
import { line, moment, pageQuery, text } from '../platform/http/shapes.ts';
import { ABOUT } from './summary.ts';

export const submitSummaryInput = z.strictObject({
  text: text.describe('What the week or month came to, in words'),
  measures: z.string().trim().max(10_000).default('').describe('What will be done so that it does not happen again'),
  lateBecause: z
    .string()
    .trim()
    .max(10_000)
    .default('')
    .describe('Of a service report: why promises were late; required where any was'),
  signedAs: line
    .optional()
    .describe('Of a service report: the name it is signed with, one’s own; nothing else is signed'),
});
export type SubmitSummary = z.output<typeof submitSummaryInput>;

export const summariesQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'submitted', 'all']).default('all').describe('Which: not yet submitted, submitted, or all'),
  period: z.enum(['week', 'month']).optional().describe('Only of weeks, or only of months'),
  about: z
    .enum(ABOUT)
    .optional()
    .describe('Only summaries of complaints and special situations (matters), or only service reports (service)'),
  from: moment.optional().describe('Of periods that end after this moment'),
  until: moment.optional().describe('Of periods that begin before this moment'),
});
export type SummariesQuery = z.output<typeof summariesQuery>;
