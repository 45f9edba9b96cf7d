import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { reportPlan } from './commands/report-plan.ts';
import { takeOver } from './commands/take-over.ts';
import { plansQuery, reportInput, takeOverInput } from './inputs.ts';
import { listWorkPlans, workPlanPage } from './plans.ts';
import { planPageOut, plansOut, takenOverOut } from './view.ts';

const params = z.object({ id: id('work_plan') });
const tag = 'Day plan';

/** Plans and orders from above, and external receptions, broken into items (ASGN-06, RECP-14). */
export const workPlanRoutes: Route[] = [
  route({
    name: 'listWorkPlans',
    method: 'GET',
    path: '/work-plans',
    admits: 'commitment.see',
    tag,
    summary: 'Plans, orders and external receptions, the newest first',
    query: plansQuery,
    answer: plansOut,
    handle: (context, { query }) => listWorkPlans(context, query),
  }),
  route({
    name: 'readWorkPlan',
    method: 'GET',
    path: '/work-plans/:id',
    admits: 'commitment.see',
    tag,
    summary: 'One plan, order or reception with its items: planned against actual',
    params,
    answer: planPageOut,
    handle: (context, { params: { id: planId } }) => workPlanPage(context, planId),
  }),
  route({
    name: 'takeOverWorkPlan',
    method: 'POST',
    path: '/work-plans',
    admits: 'ticket.assign',
    tag,
    summary: 'Take a plan or order over, or plan a reception, broken into items with person and due time',
    body: takeOverInput,
    answer: takenOverOut,
    handle: async (context, { body }) => ({ id: await takeOver(context, body) }),
  }),
  route({
    name: 'reportWorkPlan',
    method: 'POST',
    path: '/work-plans/:id/report',
    admits: 'commitment.see',
    tag,
    summary: 'Report its completion back; of a reception, its result',
    params,
    body: reportInput,
    answer: done,
    handle: async (context, { params: { id: planId }, body }) => {
      await reportPlan(context, planId, body);
      return OK;
    },
  }),
];
