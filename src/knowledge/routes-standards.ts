import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { acceptStandard } from './commands/accept-standard.ts';
import { bindDepartments } from './commands/bind-departments.ts';
import { train } from './commands/train.ts';
import { acceptInput, bindInput, processesQuery, trainInput } from './inputs.ts';
import { listProcesses } from './processes.ts';
import { listStandards } from './standards.ts';
import { standardsOut } from './view-acts.ts';
import { processesOut } from './view-processes.ts';

const params = z.object({ id: id('article') });
const tag = 'Knowledge base';

/** Principles, standards and processes of the house: whom each binds, and who has confirmed the version in force (QUAL-01, QUAL-02). */
export const standardRoutes: Route[] = [
  route({
    name: 'listStandards',
    method: 'GET',
    path: '/articles/standards',
    admits: 'signed-in',
    token: ['search'],
    tag,
    summary: 'Principles and standards with version, owner, the departments bound, and who of them has confirmed',
    answer: standardsOut,
    handle: (context) => listStandards(context),
  }),
  route({
    name: 'bindDepartments',
    method: 'PUT',
    path: '/articles/:id/departments',
    admits: 'knowledge.publish',
    tag,
    summary: 'Say which departments a rule of the house binds; each that is new is asked for its word',
    params,
    body: bindInput,
    answer: done,
    handle: async (context, given) => {
      await bindDepartments(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    name: 'acceptStandard',
    method: 'POST',
    path: '/articles/:id/accept',
    admits: 'signed-in',
    token: ['search'],
    tag,
    summary: 'Confirm, as head of a department, that it works by the version in force',
    params,
    body: acceptInput,
    answer: done,
    handle: async (context, given) => {
      await acceptStandard(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    name: 'listProcesses',
    method: 'GET',
    path: '/articles/processes',
    admits: 'signed-in',
    token: ['search'],
    tag,
    summary: 'Standard processes with the posts each binds, its training, and who has read and passed it',
    query: processesQuery,
    answer: processesOut,
    handle: (context, { query }) => listProcesses(context, query),
  }),
  route({
    name: 'trainProcess',
    method: 'PUT',
    path: '/articles/:id/training',
    admits: 'knowledge.write',
    tag,
    summary: 'Say which posts a process binds and what belongs to its training; each who is new is asked to read',
    params,
    body: trainInput,
    answer: done,
    handle: async (context, given) => {
      await train(context, given.params.id, given.body);
      return OK;
    },
  }),
];
