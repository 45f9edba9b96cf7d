import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, idOut, OK } from '../platform/http/shapes.ts';
import { planCost } from './commands/plan-cost.ts';
import { spendOn } from './commands/spend.ts';
import { departmentPlanQuery, planCostInput, spendInput } from './inputs.ts';
import { departmentPlan } from './page.ts';
import { departmentPlanOut } from './view.ts';

const tag = 'Budget';

/** The plans of work, training and goods of a department, held to what they may cost (REPT-17). */
export const departmentPlanRoutes: Route[] = [
  route({
    name: 'readDepartmentPlan',
    method: 'GET',
    path: '/department-plans/month',
    admits: 'budget.see',
    tag,
    summary:
      'A department’s plans of work, training and goods for a month, planned against actual, and their costs against the budget',
    query: departmentPlanQuery,
    answer: departmentPlanOut,
    handle: (context, { query }) => departmentPlan(context, query),
  }),
  route({
    name: 'planCost',
    method: 'POST',
    path: '/planned-costs',
    admits: 'budget.edit',
    tag,
    summary: 'What an item of the work plan or a training session is planned to cost; never more than the budget gives',
    body: planCostInput,
    answer: done,
    handle: async (context, { body }) => {
      await planCost(context, body);
      return OK;
    },
  }),
  route({
    name: 'spendOnPlan',
    method: 'POST',
    path: '/planned-costs/expenses',
    admits: 'budget.edit',
    tag,
    summary: 'Record an expense that was spent on an item of the work plan or a training session',
    status: 201,
    body: spendInput,
    answer: z.object({ id: idOut('expense') }),
    handle: async (context, { body }) => ({ id: await spendOn(context, body) }),
  }),
];
