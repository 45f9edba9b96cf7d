import { z } from 'zod';
import { MOST_MONEY } from '../kernel/money.ts';
import { dayIn as day, id, line, monthIn, pageQuery } from '../platform/http/shapes.ts';
import { BUDGET_DECISIONS, EXPENSE_STATES } from './budget.ts';
import { MOST_COST_KINDS } from './rules.ts';

export const money = z.number().int().max(MOST_MONEY).describe("In the currency's smallest unit: 123450 is 1,234.50");
export const dayIn = day.describe('A day where the centre stands, YYYY-MM-DD');
const lineKey = z.string().max(60).describe('Key of one of the cost kinds of the house');
const because = z.string().trim().max(1_000).default('');

export const drawUpInput = z.strictObject({
  departmentId: id('department').describe('Whose budget it is'),
  month: monthIn,
  lines: z
    .array(z.strictObject({ key: lineKey, amount: money.min(0) }))
    .min(1)
    .max(MOST_COST_KINDS)
    .describe('What each cost kind is given; one left out is given nothing'),
  why: because.describe('What it rests on; needed where a version stands already'),
  seen: z.number().int().min(0).describe('The newest version last read, 0 where there is none: a newer one refuses'),
});
export type DrawUp = z.output<typeof drawUpInput>;

export const decideBudgetInput = z.strictObject({
  version: z.number().int().min(1).describe('Which version is decided: the one that waits'),
  decision: z.enum(BUDGET_DECISIONS).describe('approved: it is in force; sent_back: it is drawn up anew'),
  because: because.describe('Why; needed to send it back'),
});
export type DecideBudget = z.output<typeof decideBudgetInput>;

export const budgetQuery = z.strictObject({
  id: id('budget').optional().describe('This one; left out: by department and month'),
  department: id('department').optional().describe('Left out: one’s own, else the first that one sees'),
  month: monthIn.optional().describe('Left out: the present one'),
});
export type BudgetQuery = z.output<typeof budgetQuery>;

export const budgetLinesQuery = z.strictObject({
  ...pageQuery,
  department: id('department').optional().describe('Only of this department'),
  line: lineKey.optional().describe('Only this cost kind'),
  from: monthIn.optional().describe('From this month on'),
  until: monthIn.optional().describe('Up to this month, and with it'),
  over: z.stringbool().optional().describe('true: only lines of which more is used than was planned'),
});
export type BudgetLinesQuery = z.output<typeof budgetLinesQuery>;

export const recordExpenseInput = z.strictObject({
  id: id('expense').optional().describe("The client's own new id; the same id again records nothing twice"),
  departmentId: id('department').describe('Out of whose budget'),
  line: lineKey,
  amount: money.min(1),
  spentOn: dayIn.describe('When it was spent; it counts in the month of this day'),
  supplier: line.describe('Who is paid'),
  whatFor: z.string().trim().min(1).max(1_000).describe('What was bought or done, in words'),
  ticketId: id('ticket').optional().describe('The matter it belongs to; left out: none'),
  workOrderId: id('work_order').optional().describe('The work order it belongs to; left out: none'),
  receiptId: id('file').optional().describe('The receipt, scanned and uploaded before'),
  askApproval: z
    .boolean()
    .default(false)
    .describe(
      'true: where the line has not so much left, it waits for approval; false: it is refused with the numbers',
    ),
});
export type RecordExpense = z.output<typeof recordExpenseInput>;

export const decideExpenseInput = z.strictObject({
  decision: z.enum(['approved', 'refused']).describe('approved: it counts; refused: it is not spent'),
  because: because.describe('Why; needed to refuse'),
});
export type DecideExpense = z.output<typeof decideExpenseInput>;

export const takeBackExpenseInput = z.strictObject({
  because: z.string().trim().min(1).max(1_000).describe('Why it is taken back'),
});

export const expensesQuery = z.strictObject({
  ...pageQuery,
  department: id('department').optional().describe('Only out of this budget'),
  line: lineKey.optional().describe('Only of this cost kind'),
  state: z.enum(EXPENSE_STATES).optional().describe('Only those that stand so'),
  ticket: id('ticket').optional().describe('Only of this matter'),
  by: id('person').optional().describe('Only recorded by this person'),
  q: z.string().trim().max(100).optional().describe('Words of the supplier or of what it was for'),
  from: dayIn.optional().describe('Spent on or after'),
  until: dayIn.optional().describe('Spent before'),
});
export type ExpensesQuery = z.output<typeof expensesQuery>;
