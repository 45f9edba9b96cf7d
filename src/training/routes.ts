import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { id, idOut, versionOut } from '../platform/http/shapes.ts';
import { changeRules } from './commands/change-rules.ts';
import { invite } from './commands/invite.ts';
import { cancelSession, moveSession } from './commands/move-session.ts';
import { planSession } from './commands/plan-session.ts';
import { evaluateSession, recordSession } from './commands/record-session.ts';
import { trainingFigures, trainingHours } from './figures.ts';
import { actsOn } from './act-route.ts';
import * as inputs from './inputs.ts';
import { listNeeds } from './needs.ts';
import { readTraining } from './overview.ts';
import { readSession } from './page.ts';
import { listSessions } from './sessions.ts';
import { figuresOut, hoursOut, needsOut, sessionOut, sessionsOut, trainingRulesOut } from './view.ts';

const params = z.object({ id: id('training_session') });
const tag = 'Training';
const act = actsOn('sessions', params);
/** Everybody sees his own. */
const seeing = { method: 'GET', admits: 'signed-in', token: ['training.see'], tag } as const;

/** The training plan, what was held of it, and who lacks what. */
export const trainingRoutes: Route[] = [
  route({
    ...seeing,
    name: 'readTraining',
    path: '/training',
    summary: 'The training rules in force, and what a plan is made from',
    answer: trainingRulesOut,
    handle: readTraining,
  }),
  route({
    name: 'changeTrainingRules',
    method: 'PUT',
    path: '/training/rules',
    admits: 'limit.edit',
    tag,
    summary: 'Word forms, courses, paths and skills otherwise, with the reason',
    body: inputs.changeRulesInput,
    answer: z.object({ version: versionOut }),
    handle: async (context, { body }) => ({ version: await changeRules(context, body) }),
  }),
  route({
    ...seeing,
    name: 'listTrainingSessions',
    path: '/training/sessions',
    summary: 'The training plan, the latest first; whoever sees no plan reads what he is invited to or trains',
    query: inputs.sessionsQuery,
    answer: sessionsOut,
    handle: (context, { query }) => listSessions(context, query),
  }),
  route({
    name: 'planTrainingSession',
    method: 'POST',
    path: '/training/sessions',
    admits: 'training.plan',
    tag,
    summary: 'Plan a session of training for some people',
    about: 'Whoever plans it owes that it is held, and each one invited that he comes.',
    status: 201,
    body: inputs.planSessionInput,
    answer: z.object({ id: idOut('training_session') }),
    handle: async (context, { body }) => ({ id: await planSession(context, body) }),
  }),
  route({
    ...seeing,
    name: 'readTrainingSession',
    path: '/training/sessions/:id',
    summary: 'One session: its plan, who was there with which result, and every change with what stood before',
    params,
    answer: sessionOut,
    handle: (context, given) => readSession(context, given.params.id),
  }),
  act('inviteToTraining', 'invite', 'Say who is to come besides, and who need not', inputs.inviteInput, invite),
  act('moveTrainingSession', 'move', 'Move it to another time, with the reason', inputs.moveSessionInput, moveSession),
  act('cancelTrainingSession', 'cancel', 'Cancel it, with the reason', inputs.cancelSessionInput, cancelSession),
  act(
    'recordTrainingSession',
    'record',
    'Write down when it was held, who was there and with which result; again, with a reason, corrects it',
    inputs.recordSessionInput,
    recordSession,
    'signed-in',
  ),
  act(
    'evaluateTrainingSession',
    'evaluate',
    'Say what came of a session that was held',
    inputs.evaluateSessionInput,
    evaluateSession,
    'signed-in',
  ),
  route({
    ...seeing,
    name: 'listTrainingNeeds',
    path: '/training/needs',
    summary: 'Who lacks what his posts need, whose result has run out or will soon',
    query: inputs.needsQuery,
    answer: needsOut,
    handle: (context, { query }) => listNeeds(context, query),
  }),
  route({
    ...seeing,
    name: 'readTrainingFigures',
    path: '/training/figures',
    summary: 'Per department and period: sessions planned, held and missed, who came, who lacks something',
    query: inputs.figuresQuery,
    answer: figuresOut,
    handle: (context, { query }) => trainingFigures(context, query),
  }),
  route({
    ...seeing,
    name: 'listTrainingHours',
    path: '/training/hours',
    summary: 'Each member’s hours of training by form, in a period',
    query: inputs.hoursQuery,
    answer: hoursOut,
    handle: (context, { query }) => trainingHours(context, query),
  }),
];
