import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK, versionOut } from '../platform/http/shapes.ts';
import { collect, giveUp } from './commands/collect.ts';
import { submitSurvey, takeOriginalsBack } from './commands/submit-survey.ts';
import { takeAnswers } from './commands/take-answers.ts';
import * as inputs from './inputs.ts';

const tag = 'Surveys';
const params = z.object({ id: id('survey_round') });

/** What comes back of a round, and the round as it goes upward. */
export const returnRoutes: Route[] = [
  route({
    name: 'collectSurvey',
    method: 'POST',
    path: '/surveys/:id/collections',
    admits: 'survey.see',
    tag,
    summary: 'Say that sheets were collected, and when: by the collector of the plan',
    params,
    body: inputs.collectInput,
    answer: done,
    handle: async (context, given) => {
      await collect(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    name: 'giveUpSurvey',
    method: 'POST',
    path: '/surveys/:id/not-returned',
    admits: 'survey.see',
    tag,
    summary: 'Say that some do not come back, and why: by the collector of the plan',
    params,
    body: inputs.notReturnedInput,
    answer: done,
    handle: async (context, given) => {
      await giveUp(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    name: 'takeSurveyAnswers',
    method: 'PUT',
    path: '/survey-receivers/:id/answers',
    admits: 'signed-in',
    token: ['survey.run'],
    tag,
    summary: 'Type in the answers of one: from his sheet, or as he said them on the telephone; or correct them',
    params: z.object({ id: id('survey_receiver') }),
    body: inputs.answersInput,
    answer: z.object({ version: versionOut }),
    handle: async (context, given) => ({ version: await takeAnswers(context, given.params.id, given.body) }),
  }),
  route({
    name: 'submitSurvey',
    method: 'POST',
    path: '/surveys/:id/submit',
    admits: 'survey.see',
    tag,
    summary: 'Submit the round with its analysis and the filled-in sheets: by the statistician of the plan',
    params,
    body: inputs.submitInput,
    answer: done,
    handle: async (context, given) => {
      await submitSurvey(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    name: 'takeOriginalsBack',
    method: 'POST',
    path: '/surveys/:id/originals',
    admits: 'survey.see',
    tag,
    summary: 'Say that the filled-in sheets came back, and when',
    params,
    body: inputs.originalsBackInput,
    answer: done,
    handle: async (context, given) => {
      await takeOriginalsBack(context, given.params.id, given.body);
      return OK;
    },
  }),
];
