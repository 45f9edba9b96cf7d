import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { acceptStandard } from './commands/accept-standard.ts';
import { bindDepartments } from './commands/bind-departments.ts';
import { acceptInput, bindInput } from './inputs.ts';
import { listStandards } from './standards.ts';
import { standardsOut } from './view-acts.ts';

const params = z.object({ id: id('article') });
const tag = 'Knowledge base';

/** Principles and standards of the house: whom each binds, and who has confirmed the version in force (QUAL-01). */
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
];
