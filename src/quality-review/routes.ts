import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { id, idOut, versionOut } from '../platform/http/shapes.ts';
import { changeScorecards } from './commands/change-scorecards.ts';
import { giveReview } from './commands/give-review.ts';
import { changeScorecardsInput, giveReviewInput, reviewsQuery } from './inputs.ts';
import { listReviews, readReview, readScorecards } from './list.ts';
import { reviewLineOut, reviewsOut, scorecardsOut } from './view.ts';

const tag = 'Quality';

/** Somebody's work, scored by checklists of the house. */
export const qualityReviewRoutes: Route[] = [
  route({
    name: 'listReviews',
    method: 'GET',
    path: '/quality-reviews',
    admits: 'signed-in',
    token: ['report.see'],
    tag,
    summary: 'What was scored, the newest first; whoever sees no reports reads his own',
    query: reviewsQuery,
    answer: reviewsOut,
    handle: (context, { query }) => listReviews(context, query),
  }),
  route({
    name: 'readReview',
    method: 'GET',
    path: '/quality-reviews/:id',
    admits: 'signed-in',
    token: ['report.see'],
    tag,
    summary: 'One review, line by line, and what is to be mended',
    params: z.object({ id: id('quality_review') }),
    answer: reviewLineOut,
    handle: (context, { params }) => readReview(context, params.id),
  }),
  route({
    name: 'giveReview',
    method: 'POST',
    path: '/quality-reviews',
    admits: 'rectification.issue',
    tag,
    summary: 'Score a contact, a complaint, or somebody, by a scorecard of the house',
    about: 'Each line that is not in order becomes an item of his day plan, owed by the moment named.',
    status: 201,
    body: giveReviewInput,
    answer: z.object({ id: idOut('quality_review') }),
    handle: async (context, { body }) => ({ id: await giveReview(context, body) }),
  }),
  route({
    name: 'readScorecards',
    method: 'GET',
    path: '/scorecards',
    admits: 'signed-in',
    token: ['report.see'],
    tag,
    summary: 'The scorecards of the house: what is looked at when somebody’s work is scored',
    answer: scorecardsOut,
    handle: readScorecards,
  }),
  route({
    name: 'changeScorecards',
    method: 'PUT',
    path: '/scorecards',
    admits: 'limit.edit',
    tag,
    summary: 'Word scorecards otherwise, add some, switch some off, with the reason',
    body: changeScorecardsInput,
    answer: z.object({ version: versionOut }),
    handle: async (context, { body }) => ({ version: await changeScorecards(context, body) }),
  }),
];
