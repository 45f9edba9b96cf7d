import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK, versionOut } from '../platform/http/shapes.ts';
import { listAnswers } from './answers.ts';
import { changeQuestionnaires } from './commands/change-questionnaires.ts';
import { judgePlan } from './commands/confirm-plan.ts';
import { writeSurveyPlan } from './commands/write-plan.ts';
import * as inputs from './inputs.ts';
import { listSurveys } from './list.ts';
import { surveyPage } from './page.ts';
import { readQuestionnaires } from './questionnaires.ts';
import { listReceivers } from './receivers.ts';
import { findingRoutes } from './routes-findings.ts';
import { returnRoutes } from './routes-returns.ts';
import { surveyPageOut } from './view-page.ts';
import * as view from './view.ts';

const tag = 'Surveys';
const params = z.object({ id: id('survey_round') });

const reads: Route[] = [
  route({
    name: 'listSurveys',
    method: 'GET',
    path: '/surveys',
    admits: 'survey.see',
    tag,
    summary: 'Rounds of surveys, those of the newest period first, each with how far it is',
    query: inputs.surveysQuery,
    answer: view.surveysOut,
    handle: (context, { query }) => listSurveys(context, query),
  }),
  route({
    name: 'readSurvey',
    method: 'GET',
    path: '/surveys/:id',
    admits: 'survey.see',
    tag,
    summary: 'One round whole: plan, drawing, what came back, what it comes to, and what follows',
    params,
    answer: surveyPageOut,
    handle: (context, given) => surveyPage(context, given.params.id),
  }),
  route({
    name: 'listSurveyReceivers',
    method: 'GET',
    path: '/survey-receivers',
    admits: 'survey.see',
    tag,
    summary: 'The issue record of a round: to whom, when, by whom, collected by whom and when',
    query: inputs.receiversQuery,
    answer: view.receiversOut,
    handle: (context, { query }) => listReceivers(context, query),
  }),
  route({
    name: 'listSurveyAnswers',
    method: 'GET',
    path: '/survey-answers',
    admits: 'survey.see',
    tag,
    summary: 'The answers behind a figure of a round, the newest first',
    query: inputs.answersQuery,
    answer: view.answersOut,
    handle: (context, { query }) => listAnswers(context, query),
  }),
  route({
    name: 'readQuestionnaires',
    method: 'GET',
    path: '/questionnaires',
    admits: 'signed-in',
    token: ['survey.see'],
    tag,
    summary: 'The questionnaires of the house: what is asked, how often, of whom, and who sees to it',
    answer: view.questionnairesOut,
    handle: readQuestionnaires,
  }),
];

const planning: Route[] = [
  route({
    name: 'changeQuestionnaires',
    method: 'PUT',
    path: '/questionnaires',
    admits: 'limit.edit',
    tag,
    summary: 'Word questionnaires otherwise, add some, give some up, with the reason',
    about: 'A round whose plan is written goes on as it was; one without follows.',
    body: inputs.changeQuestionnairesInput,
    answer: z.object({ version: versionOut }),
    handle: async (context, { body }) => ({ version: await changeQuestionnaires(context, body) }),
  }),
  route({
    name: 'writeSurveyPlan',
    method: 'POST',
    path: '/surveys/:id/plan',
    admits: 'survey.run',
    tag,
    summary: 'Write the plan of a round, or write it anew: aim, how many are asked, day and persons',
    params,
    body: inputs.planInput,
    answer: z.object({ version: versionOut }),
    handle: async (context, given) => ({ version: await writeSurveyPlan(context, given.params.id, given.body) }),
  }),
  route({
    name: 'judgeSurveyPlan',
    method: 'POST',
    path: '/surveys/:id/plan/verdict',
    admits: 'survey.see',
    tag,
    summary: 'Confirm the plan of a round, or send it back: by the post that its questionnaire names',
    about: 'Confirmed, its receivers are drawn: of those not asked within the year first.',
    params,
    body: inputs.planVerdictInput,
    answer: done,
    handle: async (context, given) => {
      await judgePlan(context, given.params.id, given.body);
      return OK;
    },
  }),
];

/** Opinions asked of customers, round by round (SURV-01 to -13). */
export const surveyRoutes: Route[] = [...reads, ...planning, ...returnRoutes, ...findingRoutes];
