import { z } from 'zod';
import { Invalid } from '../kernel/refusal.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { versionOut } from '../platform/http/shapes.ts';
import { changeSpotCheckPlan } from './commands/write-plan.ts';
import { changeSpotCheckPlanInput } from './inputs.ts';
import { effectOfPlan, listPlans } from './plans-view.ts';
import { planEffectOut, plansOut } from './view.ts';

const params = z.object({ key: z.string().max(60).describe('Key of a plan') });
const tag = 'Quality';

/** A plan is sent to its own address. */
function sameKey(given: { params: { key: string }; body: { plan: { key: string } } }): void {
  if (given.params.key !== given.body.plan.key) throw new Invalid('spot_check.other_key', { path: 'plan.key' });
}

/** Who checks how many of what, how often: the plans themselves, in versions. */
export const spotCheckPlanRoutes: Route[] = [
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
    params,
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
    params,
    body: changeSpotCheckPlanInput,
    answer: z.object({ version: versionOut }),
    handle: async (context, given) => {
      sameKey(given);
      return { version: await changeSpotCheckPlan(context, given.body) };
    },
  }),
];
