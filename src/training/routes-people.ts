import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { id, idOut } from '../platform/http/shapes.ts';
import { assess } from './commands/assess.ts';
import { beginPath, endPath, nameCoach } from './commands/begin-path.ts';
import { signStep } from './commands/sign-step.ts';
import { actsOn } from './act-route.ts';
import * as inputs from './inputs.ts';
import { listMastery } from './mastery.ts';
import { listPaths, readPath } from './paths.ts';
import { masteryOut, pathOut, pathsOut } from './view-people.ts';

const params = z.object({ id: id('training_path') });
const tag = 'Training';
const act = actsOn('paths', params);
const seeing = { method: 'GET', admits: 'signed-in', token: ['training.see'], tag } as const;

/** Pre-job paths of new members, and what people master. */
export const trainingPathRoutes: Route[] = [
  route({
    ...seeing,
    name: 'listTrainingPaths',
    path: '/training/paths',
    summary: 'Pre-job paths of new members, the newest first; always one’s own and those one coaches',
    query: inputs.pathsQuery,
    answer: pathsOut,
    handle: (context, { query }) => listPaths(context, query),
  }),
  route({
    name: 'beginTrainingPath',
    method: 'POST',
    path: '/training/paths',
    admits: 'training.plan',
    tag,
    summary: 'Let a member walk the pre-job path of his post with a coach',
    about: 'Whoever is given a post with a path begins it by himself; his supervisor names the coach.',
    status: 201,
    body: inputs.beginPathInput,
    answer: z.object({ id: idOut('training_path') }),
    handle: async (context, { body }) => ({ id: await beginPath(context, body) }),
  }),
  route({
    ...seeing,
    name: 'readTrainingPath',
    path: '/training/paths/:id',
    summary: 'One path, step by step, with who signed what when',
    params,
    answer: pathOut,
    handle: (context, given) => readPath(context, given.params.id),
  }),
  act('nameCoach', 'coach', 'Name who guides him from now on', inputs.nameCoachInput, nameCoach),
  act('signTrainingStep', 'sign', 'Sign a step, as coach or as member', inputs.signStepInput, signStep, 'signed-in'),
  act('endTrainingPath', 'end', 'End it before it is complete, with the reason', inputs.endPathInput, endPath),
  route({
    ...seeing,
    name: 'listSkillMastery',
    path: '/training/mastery',
    summary: 'What people master of each skill, as it was seen day by day',
    query: inputs.masteryQuery,
    answer: masteryOut,
    handle: (context, { query }) => listMastery(context, query),
  }),
  route({
    name: 'assessSkill',
    method: 'POST',
    path: '/training/mastery',
    admits: 'training.plan',
    tag,
    summary: 'Say what level of a skill somebody has',
    about: 'Below the level that his post needs, a session of the course that closes the gap is owed.',
    status: 201,
    body: inputs.assessInput,
    answer: z.object({ id: idOut('skill_mastery') }),
    handle: async (context, { body }) => ({ id: await assess(context, body) }),
  }),
];
