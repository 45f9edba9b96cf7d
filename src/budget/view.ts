import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { allOf, canOut, idOut, momentOrNotYet, momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';
import { numberOut, titleOut } from '../ticket/shapes.ts';
import { EXPENSE_STATES } from './budget.ts';

const amount = z.number().describe("In the currency's smallest unit");
const currency = z.string().describe('What amounts are in, ISO 4217');
const month = z.string().describe('YYYY-MM');
const department = z
  .object({ id: idOut('department'), name: wordsOut.describe('What it is called') })
  .describe('Whose it is');
const lineOfBudget = { key: z.string().describe('Key of the cost kind'), name: wordsOut.describe('What it is called') };

const used = {
  planned: amount.describe('By the version in force; 0: nothing'),
  spent: amount.describe('What was spent, less what was taken back'),
  committed: amount.describe('What waits for an approval'),
  left: amount.describe('Planned less spent and committed; below 0: overspent'),
  share: z
    .number()
    .nullable()
    .describe('Spent and committed of what was planned, in whole percent rounded down; null: nothing was planned'),
};
export const usedOut = z.object(used);

/** Who drew a version up, and what was decided on it. */
export const drawnUpOut = {
  why: z.string().describe('What it rests on, or why it was changed; empty: nothing was said'),
  drawnBy: personOut.nullable().describe('Who drew it up'),
  drawnAt: momentOut,
  decision: z
    .enum(['approved', 'sent_back', 'replaced'])
    .nullable()
    .describe('null: it waits; replaced: another was drawn up before anybody decided'),
  decidedBy: personOut.nullable().describe('Who decided; null: nobody yet'),
  decidedAt: momentOrNotYet,
  because: z.string().describe('What was said with the decision; empty: nothing'),
};

const version = z.object({
  version: z.number().describe('1, 2, ...'),
  lines: z
    .array(
      z.object({
        ...lineOfBudget,
        amount,
        before: amount.nullable().describe('In the version in force before it; null: there was none'),
      }),
    )
    .describe('What each cost kind is given'),
  total: amount.describe('Of all lines'),
  ...drawnUpOut,
});

export const budgetPageOut = z.object({
  isSetUp: z.boolean().describe('false: the house has set no rules of budgets'),
  id: idOut('budget').nullable().describe('null: nobody has drawn it up or spent from it'),
  department: department.nullable().describe('null: one sees none'),
  departments: z.array(department).describe('Those whose budgets one sees, one’s own first'),
  month,
  currency,
  approves: wordsOut.nullable().describe('The post that approves'),
  dueAt: momentOut.nullable().describe('By when it is to be drawn up; null: that is not owed'),
  inForce: z.number().nullable().describe('The version in force; null: none'),
  waiting: z.number().nullable().describe('The version that waits for approval; null: none'),
  newest: z.number().describe('The newest version, to be sent back with another one; 0: none'),
  lines: z
    .array(
      z.object({
        ...lineOfBudget,
        ...used,
        asked: amount.nullable().describe('In the version that waits; null: none waits'),
      }),
    )
    .describe('Every cost kind of the house, and every other that is used in this month'),
  total: usedOut.describe('Of all lines'),
  versions: z.array(version).describe('The newest first'),
  trend: z
    .array(z.object({ month, planned: amount, spent: amount, committed: amount }))
    .describe('The twelve months up to this one, the earliest first'),
  can: canOut.describe('draw_up, decide, record'),
});

export const budgetLineOut = z.object({
  budgetId: idOut('budget'),
  department,
  month,
  ...lineOfBudget,
  ...used,
  currency,
});
export const budgetLinesOut = pageOf(budgetLineOut);
export type BudgetLine = z.input<typeof budgetLineOut>;

export const expenseOut = z.object({
  id: idOut('expense'),
  budgetId: idOut('budget'),
  department,
  line: z.object(lineOfBudget).describe('Its cost kind'),
  amount: amount.describe('Below 0: a counter entry'),
  currency,
  spentOn: z.string().describe('YYYY-MM-DD'),
  supplier: z.string().describe('Who is paid'),
  whatFor: z.string().describe('What was bought or done, in words'),
  ticket: z
    .object({ id: idOut('ticket'), number: numberOut, title: titleOut })
    .nullable()
    .describe('The matter it belongs to; null: none'),
  workOrder: z
    .object({ id: idOut('work_order'), number: z.string().describe('As people call it: 10427-2') })
    .nullable()
    .describe('The work order it belongs to; null: none'),
  receiptId: idOut('file').nullable().describe('The receipt, scanned; null: none'),
  state: z
    .enum(EXPENSE_STATES)
    .describe(
      'counted; waiting for approval; refused; withdrawn while it waited; taken_back by a counter entry; counter: such an entry',
    ),
  beyond: z.boolean().describe('It was more than its line had left'),
  decidedBy: personOut.nullable().describe('Who decided; null: nobody'),
  decidedAt: momentOrNotYet,
  because: z.string().describe('Why it was decided so, or taken back; empty: nothing was said'),
  dueAt: momentOut.nullable().describe('By when it is to be approved; null: that is not owed'),
  correctsId: idOut('expense').nullable().describe('What a counter entry takes back'),
  by: personOut.nullable().describe('Who recorded it'),
  at: momentOut.describe('When it was recorded'),
  can: canOut.describe('decide, take_back'),
});
export const expensesOut = pageOf(expenseOut);
export type Expense = z.input<typeof expenseOut>;

export const waitingOut = allOf(
  z.object({
    budgetId: idOut('budget'),
    department,
    month,
    version: z.number().describe('The version that waits'),
    total: amount,
    before: amount.nullable().describe('Of the version in force; null: there is none'),
    currency,
    drawnBy: personOut.nullable().describe('Who drew it up'),
    drawnAt: momentOut,
    dueAt: momentOut.nullable().describe('By when it is to be approved'),
    can: canOut.describe('decide'),
  }),
);
