import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { decideExpense, takeBackExpense } from './commands/decide-expense.ts';
import { recordExpense } from './commands/record-expense.ts';
import { listExpenses } from './expenses.ts';
import { decideExpenseInput, expensesQuery, recordExpenseInput, takeBackExpenseInput } from './inputs.ts';
import { expensesOut } from './view.ts';

const tag = 'Budget';
const params = z.object({ id: id('expense') });

/** What is spent, held to the budget (FINC-02). */
export const expenseRoutes: Route[] = [
  route({
    name: 'listExpenses',
    method: 'GET',
    path: '/expenses',
    admits: 'budget.see',
    tag,
    summary: 'Expenses, the newest first, with what waits for approval',
    query: expensesQuery,
    answer: expensesOut,
    handle: (context, { query }) => listExpenses(context, query),
  }),
  route({
    name: 'recordExpense',
    method: 'POST',
    path: '/expenses',
    admits: 'budget.edit',
    tag,
    summary: 'Record an expense; more than its line has left is refused with the numbers, or waits for approval',
    status: 201,
    body: recordExpenseInput,
    example: {
      departmentId: '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e',
      line: 'repairs',
      amount: 38_000,
      spentOn: '2026-11-20',
      supplier: '南山五金店',
      whatFor: '3栋12层走廊灯具',
    },
    answer: z.object({ id: idOut('expense') }),
    handle: async (context, { body }) => ({ id: await recordExpense(context, body) }),
  }),
  route({
    name: 'decideExpense',
    method: 'POST',
    path: '/expenses/:id/decide',
    admits: 'budget.approve',
    tag,
    summary: 'Let an expense beyond its line through, or not; only the post that the house names',
    params,
    body: decideExpenseInput,
    answer: done,
    handle: async (context, given) => {
      await decideExpense(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    name: 'takeBackExpense',
    method: 'POST',
    path: '/expenses/:id/take-back',
    admits: 'budget.edit',
    tag,
    summary: 'Take an expense back by a counter entry, or withdraw one that waits',
    params,
    body: takeBackExpenseInput,
    answer: done,
    handle: async (context, given) => {
      await takeBackExpense(context, given.params.id, given.body.because);
      return OK;
    },
  }),
];
