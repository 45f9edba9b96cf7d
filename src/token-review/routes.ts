import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { answerToken } from './commands/answer-token.ts';
import { completeReview } from './commands/complete-review.ts';
import { answerInput, completeInput, reviewsQuery } from './inputs.ts';
import { listReviews } from './list.ts';
import { reviewPage } from './page.ts';
import { reviewOut, reviewsOut } from './view.ts';

const tag = 'Security';
const params = z.object({ id: id('token_review') });

/** Every quarter all personal tokens are looked at: kept, or ended. */
export const tokenReviewRoutes: Route[] = [
  route({
    name: 'listTokenReviews',
    method: 'GET',
    path: '/token-reviews',
    admits: 'people.edit',
    tag,
    summary: 'The quarterly reviews of personal tokens, newest first',
    query: reviewsQuery,
    answer: reviewsOut,
    handle: (context, { query }) => listReviews(context, query),
  }),
  route({
    name: 'readTokenReview',
    method: 'GET',
    path: '/token-reviews/:id',
    admits: 'people.edit',
    tag,
    summary: 'One review: every token, whose, what it may, when last used, and what was decided of it',
    params,
    answer: reviewOut,
    handle: (context, { params: { id: reviewId } }) => reviewPage(context, reviewId),
  }),
  route({
    name: 'answerToken',
    method: 'PUT',
    path: '/token-reviews/:id/tokens/:token',
    admits: 'people.edit',
    tag,
    summary: 'Keep a token, or end it',
    params: z.object({ id: id('token_review'), token: id('token') }),
    body: answerInput,
    answer: done,
    handle: async (context, { params: { id: reviewId, token }, body }) => {
      await answerToken(context, reviewId, token, body.answer);
      return OK;
    },
  }),
  route({
    name: 'completeTokenReview',
    method: 'POST',
    path: '/token-reviews/:id/complete',
    admits: 'people.edit',
    tag,
    summary: 'Complete the review, once its quarter is over and every token has its answer',
    params,
    body: completeInput,
    answer: done,
    handle: async (context, { params: { id: reviewId }, body }) => {
      await completeReview(context, reviewId, body);
      return OK;
    },
  }),
];
