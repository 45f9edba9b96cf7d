import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { decideBudget } from './commands/decide-budget.ts';
import { drawUpBudget } from './commands/draw-up-budget.ts';
import { budgetLinesQuery, budgetQuery, decideBudgetInput, drawUpInput } from './inputs.ts';
import { listBudgetLines } from './lines.ts';
import { budgetPage } from './page.ts';
import { budgetLinesOut, budgetPageOut, waitingOut } from './view.ts';
import { budgetsWaiting } from './waiting.ts';

const tag = 'Budget';

/** What departments plan to spend, and what becomes of it (FINC-01). */
export const budgetRoutes: Route[] = [
  route({
    name: 'readBudget',
    method: 'GET',
    path: '/budgets/month',
    admits: 'budget.see',
    tag,
    summary: 'A department’s month: planned, spent, committed and left by line, its versions, and the year up to it',
    query: budgetQuery,
    answer: budgetPageOut,
    handle: (context, { query }) => budgetPage(context, query),
  }),
  route({
    name: 'listBudgetLines',
    method: 'GET',
    path: '/budget-lines',
    admits: 'budget.see',
    tag,
    summary: 'Planned and spent by month, department and line, the newest month first',
    query: budgetLinesQuery,
    answer: budgetLinesOut,
    handle: (context, { query }) => listBudgetLines(context, query),
  }),
  route({
    name: 'listBudgetsWaiting',
    method: 'GET',
    path: '/budgets/waiting',
    admits: 'budget.see',
    tag,
    summary: 'Budgets that wait for their approval',
    answer: waitingOut,
    handle: (context) => budgetsWaiting(context),
  }),
  route({
    name: 'drawUpBudget',
    method: 'POST',
    path: '/budgets',
    admits: 'budget.edit',
    tag,
    summary: 'Draw up the budget of a department for a month, or another version of it; it waits for approval',
    status: 201,
    body: drawUpInput,
    example: {
      departmentId: '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e',
      month: '2026-12',
      lines: [{ key: 'repairs', amount: 1_200_000 }],
      why: 'As last year',
      seen: 0,
    },
    answer: z.object({ id: idOut('budget') }),
    handle: async (context, { body }) => ({ id: await drawUpBudget(context, body) }),
  }),
  route({
    name: 'decideBudget',
    method: 'POST',
    path: '/budgets/:id/decide',
    admits: 'budget.approve',
    tag,
    summary: 'Approve the version that waits, or send it back; only the post that the house names',
    params: z.object({ id: id('budget') }),
    body: decideBudgetInput,
    answer: done,
    handle: async (context, given) => {
      await decideBudget(context, given.params.id, given.body);
      return OK;
    },
  }),
];
