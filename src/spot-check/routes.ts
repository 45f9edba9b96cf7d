import { z } from 'zod';
import { Invalid } from '../kernel/refusal.ts';
import { changeSpotCheckPlan } from '../pack/commands/change-spot-check-plan.ts';
import { changeSpotCheckPlanInput } from '../pack/inputs.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK, versionOut } from '../platform/http/shapes.ts';
import { checkItem } from './commands/check-item.ts';
import { completeSpotCheck } from './commands/complete-spot-check.ts';
import { checkItemInput, completeSpotCheckInput, spotChecksQuery } from './inputs.ts';
import { listSpotChecks } from './list.ts';
import { drawAgain, spotCheckPage } from './page.ts';
import { effectOfPlan, listPlans } from './plans.ts';
import { drawnAgainOut, planEffectOut, plansOut, spotCheckPageOut, spotChecksOut } from './view.ts';

const params = z.object({ id: id('spot_check') });
const planParams = z.object({ key: z.string().max(60).describe('Key of a plan') });
const tag = 'Quality';

/** A plan is sent to its own address. */
function sameKey(given: { params: { key: string }; body: { plan: { key: string } } }): void {
  if (given.params.key !== given.body.plan.key) throw new Invalid('spot_check.other_key', { path: 'plan.key' });
}

const planRoutes: Route[] = [
  route({
    name: 'listSpotCheckPlans',
    method: 'GET',
    path: '/spot-check-plans',
    admits: 'report.see',
    tag,
    summary: 'Who checks how many of what in each period, with every version of each plan',
    answer: plansOut,
    handle: (context) => listPlans(context),
  }),
  route({
    name: 'previewSpotCheckPlan',
    method: 'POST',
    path: '/spot-check-plans/:key/preview',
    admits: 'limit.edit',
    tag,
    summary: 'What a plan would have drawn of the last period; changes nothing',
    params: planParams,
    body: changeSpotCheckPlanInput.pick({ plan: true }),
    answer: planEffectOut,
    handle: async (context, given) => {
      sameKey(given);
      return effectOfPlan(context, given.body.plan);
    },
  }),
  route({
    name: 'changeSpotCheckPlan',
    method: 'PUT',
    path: '/spot-check-plans/:key',
    admits: 'limit.edit',
    tag,
    summary: 'A new version of a plan, or a new plan, with the reason; what was drawn stays',
    about:
      'The check of the running period is dropped and begun anew by the new plan; one that is given up begins none.',
    params: planParams,
    body: changeSpotCheckPlanInput,
    answer: z.object({ version: versionOut }),
    handle: async (context, given) => {
      sameKey(given);
      return { version: await changeSpotCheckPlan(context, given.body) };
    },
  }),
];

/** Spot checks (抽查): drawn by themselves, owed, looked at line by line, and mended by notices. */
export const spotCheckRoutes: Route[] = [
  ...planRoutes,
  route({
    name: 'listSpotChecks',
    method: 'GET',
    path: '/spot-checks',
    admits: 'report.see',
    tag,
    summary: 'The spot checks of each period, the newest first',
    query: spotChecksQuery,
    answer: spotChecksOut,
    handle: (context, { query }) => listSpotChecks(context, query),
  }),
  route({
    name: 'readSpotCheck',
    method: 'GET',
    path: '/spot-checks/:id',
    admits: 'report.see',
    tag,
    summary: 'One spot check with its sheet: what was drawn, what was found in each, and what followed',
    params,
    answer: spotCheckPageOut,
    handle: (context, { params: { id: checkId } }) => spotCheckPage(context, checkId),
  }),
  route({
    name: 'drawSpotCheckAgain',
    method: 'GET',
    path: '/spot-checks/:id/again',
    admits: 'report.see',
    tag,
    summary: 'Draw the sample once more from the recorded seed and population, and say whether it is the same',
    params,
    answer: drawnAgainOut,
    handle: (context, { params: { id: checkId } }) => drawAgain(context, checkId),
  }),
  route({
    name: 'checkSpotCheckItem',
    method: 'POST',
    path: '/spot-check-items/:id/check',
    admits: 'report.see',
    tag,
    summary: 'Say of a record drawn what is in order, what is not, and what follows',
    params: z.object({ id: id('spot_check_item') }),
    body: checkItemInput,
    answer: done,
    handle: async (context, { params: { id: itemId }, body }) => {
      await checkItem(context, itemId, body);
      return OK;
    },
  }),
  route({
    name: 'completeSpotCheck',
    method: 'POST',
    path: '/spot-checks/:id/complete',
    admits: 'report.see',
    tag,
    summary: 'Complete it, in words, once every record drawn has its results',
    params,
    body: completeSpotCheckInput,
    answer: done,
    handle: async (context, { params: { id: checkId }, body }) => {
      await completeSpotCheck(context, checkId, body);
      return OK;
    },
  }),
];
