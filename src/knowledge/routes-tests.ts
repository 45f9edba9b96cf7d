import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { setReviewDays } from './commands/set-review-days.ts';
import { setTest, takeTest } from './commands/take-test.ts';
import * as inputs from './inputs.ts';
import { listTests, testOf } from './tests.ts';
import { testOut, testSetOut, testsOut, testTakenOut } from './view-acts.ts';

const params = z.object({ id: id('article') });
const taking = { admits: 'signed-in', token: ['search'], tag: 'Knowledge base' } as const;

export const testRoutes: Route[] = [
  route({
    ...taking,
    name: 'listTests',
    method: 'GET',
    path: '/articles/tests',
    summary: 'Guides with a test, whether one has passed it, and how many have',
    answer: testsOut,
    handle: (context) => listTests(context),
  }),
  route({
    ...taking,
    name: 'readTest',
    method: 'GET',
    path: '/articles/:id/test',
    summary: 'The questions of a test, who has passed and who has not',
    params,
    answer: testOut,
    handle: (context, given) => testOf(context, given.params.id),
  }),
  route({
    ...taking,
    name: 'takeTest',
    method: 'POST',
    path: '/articles/:id/test/take',
    summary: 'Answer the questions; passed with all of them right',
    params,
    body: inputs.takeTestInput,
    answer: testTakenOut,
    handle: (context, given) => takeTest(context, given.params.id, given.body),
  }),
  route({
    name: 'setTest',
    method: 'PUT',
    path: '/articles/:id/test',
    admits: 'knowledge.write',
    tag: taking.tag,
    summary: 'Set the questions of a test anew; everybody passes it anew',
    params,
    body: inputs.setTestInput,
    answer: testSetOut,
    handle: async (context, given) => ({ version: await setTest(context, given.params.id, given.body) }),
  }),
  route({
    name: 'setReviewDays',
    method: 'PUT',
    path: '/articles/review-days',
    admits: 'limit.edit',
    tag: taking.tag,
    summary: 'Say after how many days each sort of article is looked at again',
    body: inputs.reviewDaysInput,
    answer: done,
    handle: async (context, { body }) => {
      await setReviewDays(context, body);
      return OK;
    },
  }),
];
