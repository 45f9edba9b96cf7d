import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { callEvaluation, decideEvaluation } from './commands/evaluate.ts';
import { openItem } from './commands/open-item.ts';
import { addCause, dropCause, reportCauseMeasure, setCauseMeasure } from './commands/trace-causes.ts';
import * as inputs from './inputs.ts';

const tag = 'Surveys';
const params = z.object({ id: id('survey_round') });
const ofCause = z.object({ id: id('survey_cause') });

/** What follows from a round: the group that evaluates it, causes with their measures, and items. */
export const findingRoutes: Route[] = [
  route({
    name: 'callSurveyEvaluation',
    method: 'POST',
    path: '/surveys/:id/evaluations',
    admits: 'survey.see',
    tag,
    summary: 'Call the group that evaluates a round: by the post that its questionnaire names',
    params,
    status: 201,
    body: inputs.evaluationInput,
    answer: z.object({ id: idOut('survey_evaluation') }),
    handle: async (context, given) => ({ id: await callEvaluation(context, given.params.id, given.body) }),
  }),
  route({
    name: 'decideSurveyEvaluation',
    method: 'POST',
    path: '/survey-evaluations/:id/decided',
    admits: 'signed-in',
    token: ['survey.see'],
    tag,
    summary: 'Write down what the group found and decided: by one of it, once it has met',
    params: z.object({ id: id('survey_evaluation') }),
    body: inputs.decidedInput,
    answer: done,
    handle: async (context, given) => {
      await decideEvaluation(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    name: 'addSurveyCause',
    method: 'POST',
    path: '/surveys/:id/causes',
    admits: 'signed-in',
    token: ['survey.run'],
    tag,
    summary: 'Add a cause to the chart of a problem: on a main branch, or a finer one under another',
    params,
    status: 201,
    body: inputs.causeInput,
    answer: z.object({ id: idOut('survey_cause') }),
    handle: async (context, given) => ({ id: await addCause(context, given.params.id, given.body) }),
  }),
  route({
    name: 'setSurveyMeasure',
    method: 'PUT',
    path: '/survey-causes/:id/measure',
    admits: 'signed-in',
    token: ['survey.run'],
    tag,
    summary: 'Set what is done against an end of the chart, by whom and by when',
    params: ofCause,
    body: inputs.measureInput,
    answer: done,
    handle: async (context, given) => {
      await setCauseMeasure(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    name: 'reportSurveyMeasure',
    method: 'POST',
    path: '/survey-causes/:id/done',
    admits: 'signed-in',
    token: ['survey.run'],
    tag,
    summary: 'Say that a measure is carried out: by whoever was to do it',
    params: ofCause,
    body: inputs.measureDoneInput,
    answer: done,
    handle: async (context, given) => {
      await reportCauseMeasure(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    name: 'dropSurveyCause',
    method: 'DELETE',
    path: '/survey-causes/:id',
    admits: 'signed-in',
    token: ['survey.run'],
    tag,
    summary: 'Take a cause off the chart under which nothing finer stands',
    params: ofCause,
    answer: done,
    handle: async (context, given) => {
      await dropCause(context, given.params.id);
      return OK;
    },
  }),
  route({
    name: 'openSurveyItem',
    method: 'POST',
    path: '/surveys/:id/items',
    admits: 'survey.run',
    tag,
    summary: 'Open a problem that the answers name as an item, under one of the four procedures',
    about: 'Each asks the right that its own procedure asks; a problem is opened once under each.',
    params,
    status: 201,
    body: inputs.itemInput,
    answer: z.object({ id: idOut('survey_item') }),
    handle: async (context, given) => ({ id: await openItem(context, given.params.id, given.body) }),
  }),
];
