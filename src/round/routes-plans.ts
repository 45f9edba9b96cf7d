import { z } from 'zod';
import { key } from '../pack/shapes.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, OK, versionOut } from '../platform/http/shapes.ts';
import { nameKeeper } from './commands/name-keeper.ts';
import { changePlan } from './commands/write-plan.ts';
import { effectOfPlan } from './effect-of-plan.ts';
import { changePlanInput, keeperInput, previewPlanInput } from './inputs.ts';
import { listPlans, planIdOf, readPlan } from './plans-view.ts';
import { planEffectOut, planOut, plansOut } from './view.ts';

const params = z.object({ key: key.max(60).describe('Stable name of a checklist; of a new one, the name it gets') });
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
    path: '/round-plans/:key',
    admits: 'commitment.see',
    tag,
    summary: 'One checklist with its versions',
    params,
    answer: planOut,
    handle: async (context, given) => readPlan(context, await planIdOf(context, given.params.key)),
  }),
  route({
    name: 'previewRoundPlan',
    method: 'POST',
    path: '/round-plans/:key/preview',
    admits: 'limit.edit',
    tag,
    summary: 'When a checklist would be walked, and what becomes of the rounds begun; changes nothing',
    params,
    body: previewPlanInput,
    answer: planEffectOut,
    handle: async (context, { params: { key: name }, body }) =>
      effectOfPlan(context, await planIdOf(context, name), body),
  }),
  route({
    name: 'changeRoundPlan',
    method: 'PUT',
    path: '/round-plans/:key',
    admits: 'limit.edit',
    tag,
    summary: 'A new version of a checklist, or a new checklist, with the reason',
    about:
      'It holds from the next round on; given up, none is begun. An earlier version is put back by sending it again.',
    params,
    body: changePlanInput,
    answer: z.object({ version: versionOut }),
    handle: async (context, { params: { key: name }, body }) => ({
      version: await changePlan(context, await planIdOf(context, name), { ...body, key: name }),
    }),
  }),
  route({
    name: 'nameRoundKeeper',
    method: 'PUT',
    path: '/round-plans/:key/keeper',
    admits: 'ticket.assign',
    tag,
    summary: 'Name one person who answers for the rounds of a checklist, or nobody',
    about: 'What is owed of it already moves to him; nobody else at its post walks it then.',
    params,
    body: keeperInput,
    answer: done,
    handle: async (context, { params: { key: name }, body }) => {
      await nameKeeper(context, await planIdOf(context, name), body);
      return OK;
    },
  }),
];
