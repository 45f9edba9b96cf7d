import { z } from 'zod';
import { moment, pageQuery } from '../platform/http/shapes.ts';
import { ANSWERS } from './token-review.ts';

export const answerInput = z.strictObject({
  answer: z.enum(ANSWERS).describe('kept: it is still needed; ended: it is refused from now on'),
});

export const completeInput = z.strictObject({
  remarks: z.string().trim().max(10_000).default('').describe('What was noticed; may be empty'),
});
export type CompleteReview = z.output<typeof completeInput>;

export const reviewsQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'completed', 'all']).default('all').describe('Which: still owed, completed, or all'),
  from: moment.optional().describe('Of quarters that end after this moment'),
  until: moment.optional().describe('Of quarters that begin before this moment'),
});
export type ReviewsQuery = z.output<typeof reviewsQuery>;
