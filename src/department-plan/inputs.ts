import { z } from 'zod';
import { money } from '../budget/inputs.ts';
import { dayIn, id, line, monthIn } from '../platform/http/shapes.ts';
import { COST_SUBJECTS } from './department-plan.ts';

export const departmentPlanQuery = z.strictObject({
  department: id('department').optional().describe('Left out: one’s own, else the first that one sees'),
  month: monthIn.optional().describe('Left out: the present one'),
});
export type DepartmentPlanQuery = z.output<typeof departmentPlanQuery>;

const subject = {
  subjectType: z
    .enum(COST_SUBJECTS)
    .describe('An item of the work plan of a department, or a planned training session'),
  subjectId: id('record').describe('Which one'),
};

export const planCostInput = z.strictObject({
  ...subject,
  line: z.string().max(60).describe('Key of the budget line that it is paid from'),
  amount: money.min(0).describe("What it is planned to cost, in the currency's smallest unit"),
  why: z.string().trim().max(1_000).default('').describe('Why it is another amount now; needed where one was planned'),
});
export type PlanCost = z.output<typeof planCostInput>;

export const spendInput = z.strictObject({
  ...subject,
  id: id('expense').optional().describe("The client's own new id; the same id again records nothing twice"),
  amount: money.min(1),
  spentOn: dayIn.describe('When it was spent; it counts in the month of this day'),
  supplier: line.describe('Who is paid'),
  whatFor: z.string().trim().min(1).max(1_000).describe('What was bought or done, in words'),
  askApproval: z
    .boolean()
    .default(false)
    .describe(
      'true: where the line has not so much left, it waits for approval; false: it is refused with the numbers',
    ),
});
export type Spend = z.output<typeof spendInput>;
