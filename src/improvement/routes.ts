import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { acknowledgeImprovement, reportMeasure } from './commands/carry-out.ts';
import { decideRepetition } from './commands/decide-repetition.ts';
import { judgeImprovement, planRound, withdrawImprovement } from './commands/judge-improvement.ts';
import { openImprovement } from './commands/open-improvement.ts';
import * as inputs from './inputs.ts';
import { listImprovements } from './list.ts';
import { improvementPage } from './page.ts';
import { listRepetitions } from './repetitions.ts';
import { improvementPageOut, improvementsOut, repetitionsOut } from './view.ts';

const params = z.object({ id: id('improvement') });
const tag = 'Quality';

const reads: Route[] = [
  route({
    name: 'listImprovements',
    method: 'GET',
    path: '/improvements',
    admits: 'rectification.see',
    tag,
    summary: 'Corrective and preventive actions in my scope, the newest first',
    query: inputs.improvementsQuery,
    answer: improvementsOut,
    handle: (context, { query }) => listImprovements(context, query),
  }),
  route({
    name: 'readImprovement',
    method: 'GET',
    path: '/improvements/:id',
    admits: 'rectification.see',
    tag,
    summary: 'One action: cause, measures, verdicts, and the records behind it',
    params,
    answer: improvementPageOut,
    handle: (context, { params: { id: one } }) => improvementPage(context, one),
  }),
  route({
    name: 'listRepetitions',
    method: 'GET',
    path: '/repetitions',
    admits: 'rectification.issue',
    tag,
    summary: 'What occurs repeatedly, with the records behind: each proposes an action',
    about: 'Counted over the time that the settings name, from the last decision about each on.',
    answer: repetitionsOut,
    handle: (context) => listRepetitions(context),
  }),
];

/** Corrective and preventive action (纠正/预防措施): what is mended for good. */
export const improvementRoutes: Route[] = [
  ...reads,
  route({
    name: 'openImprovement',
    method: 'POST',
    path: '/improvements',
    admits: 'rectification.issue',
    tag,
    summary: 'Issue a corrective or preventive action notice to a department',
    status: 201,
    body: inputs.openImprovementInput,
    answer: z.object({ id: idOut('improvement') }),
    handle: async (context, { body }) => ({ id: await openImprovement(context, body) }),
  }),
  route({
    name: 'acknowledgeImprovement',
    method: 'POST',
    path: '/improvements/:id/acknowledge',
    admits: 'rectification.answer',
    tag,
    summary: 'Say that the department has it',
    params,
    answer: done,
    handle: async (context, { params: { id: one } }) => {
      await acknowledgeImprovement(context, one);
      return OK;
    },
  }),
  route({
    name: 'planImprovementRound',
    method: 'POST',
    path: '/improvements/:id/measures',
    admits: 'rectification.see',
    tag,
    summary: 'Set the measures of another round, when those before did not work or it happened again',
    params,
    body: inputs.planRoundInput,
    answer: done,
    handle: async (context, { params: { id: one }, body }) => {
      await planRound(context, one, body);
      return OK;
    },
  }),
  route({
    name: 'reportMeasure',
    method: 'POST',
    path: '/improvement-measures/:id/report',
    admits: 'rectification.see',
    tag,
    summary: 'Say that a measure is carried out, and what was done',
    params: z.object({ id: id('improvement_measure') }),
    body: inputs.reportMeasureInput,
    answer: done,
    handle: async (context, { params: { id: measure }, body }) => {
      await reportMeasure(context, measure, body);
      return OK;
    },
  }),
  route({
    name: 'judgeImprovement',
    method: 'POST',
    path: '/improvements/:id/judge',
    admits: 'rectification.see',
    tag,
    summary: 'Say whether it worked; by the person named, once every measure is carried out',
    params,
    body: inputs.judgeInput,
    answer: done,
    handle: async (context, { params: { id: one }, body }) => {
      await judgeImprovement(context, one, body);
      return OK;
    },
  }),
  route({
    name: 'withdrawImprovement',
    method: 'POST',
    path: '/improvements/:id/withdraw',
    admits: 'rectification.issue',
    tag,
    summary: 'Withdraw it, with the reason; it is never deleted',
    params,
    body: inputs.withdrawImprovementInput,
    answer: done,
    handle: async (context, { params: { id: one }, body }) => {
      await withdrawImprovement(context, one, body);
      return OK;
    },
  }),
  route({
    name: 'decideRepetition',
    method: 'POST',
    path: '/repetitions/decide',
    admits: 'rectification.issue',
    tag,
    summary: 'Decide, with the reason, that no action follows from a repetition; it is counted anew',
    body: inputs.decideRepetitionInput,
    answer: done,
    handle: async (context, { body }) => {
      await decideRepetition(context, body);
      return OK;
    },
  }),
];
