import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { addPlan, changePlan } from './commands/write-plan.ts';
import { changePlanInput, newPlanInput } from './inputs.ts';
import { listPlans, readPlan } from './plans-view.ts';
import { addedPlanOut, planOut, plansOut } from './view.ts';

const params = z.object({ id: id('round_plan') });
const tag = 'Checklists';

/** What the rounds follow: the checklists themselves, in versions. */
export const roundPlanRoutes: Route[] = [
  route({
    name: 'listRoundPlans',
    method: 'GET',
    path: '/round-plans',
    admits: 'commitment.see',
    tag,
    summary: 'Every checklist with its versions',
    answer: plansOut,
    handle: (context) => listPlans(context),
  }),
  route({
    name: 'readRoundPlan',
    method: 'GET',
    path: '/round-plans/:id',
    admits: 'commitment.see',
    tag,
    summary: 'One checklist with its versions',
    params,
    answer: planOut,
    handle: (context, { params: { id: planId } }) => readPlan(context, planId),
  }),
  route({
    name: 'addRoundPlan',
    method: 'POST',
    path: '/round-plans',
    admits: 'limit.edit',
    tag,
    summary: 'Add a checklist; its first round begins by itself',
    body: newPlanInput,
    answer: addedPlanOut,
    handle: async (context, { body }) => ({ id: await addPlan(context, body) }),
  }),
  route({
    name: 'changeRoundPlan',
    method: 'PUT',
    path: '/round-plans/:id',
    admits: 'limit.edit',
    tag,
    summary: 'Change a checklist, give it up or take it up again: a new version, which holds from the next round on',
    params,
    body: changePlanInput,
    answer: done,
    handle: async (context, { params: { id: planId }, body }) => {
      await changePlan(context, planId, body);
      return OK;
    },
  }),
];
