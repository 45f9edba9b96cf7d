import { z } from 'zod';
import { id, line, moment, pageQuery, text } from '../platform/http/shapes.ts';
import { ITEM_STATES, PLAN_SORTS } from './work-plan.ts';

const quantity = z.number().int().min(1).max(1_000_000);
const item = {
  id: id('work_item').optional().describe("The client's own new id; the same id again gives nothing twice"),
  title: line.describe('What is to be done, in one line'),
  personId: id('person').describe('Who does it'),
  dueAt: moment.describe('By when'),
  quantity: quantity
    .optional()
    .describe('How much is to be done; needed in a plan of a department; left out: it is not counted'),
  unit: z.string().trim().max(20).optional().describe('Of what: households, floors, times; needed with a quantity'),
};

export const giveItemInput = z.strictObject({
  ...item,
  planId: id('work_plan').optional().describe('The plan, order or reception it is part of; left out: none'),
});
export type GiveItem = z.output<typeof giveItemInput>;

const receptionInput = z
  .strictObject({
    guestBody: line.describe('Who comes: the firm, office or group'),
    heldAt: moment.describe('When they come'),
    hostId: id('person').describe('Who receives them'),
    programme: text.describe('In which order, in words'),
  })
  .describe('Of a reception: who comes when, and how they are received');

export const takeOverInput = z.strictObject({
  id: id('work_plan').optional().describe("The client's own new id; the same id again takes nothing over twice"),
  sort: z
    .enum(PLAN_SORTS)
    .describe(
      'plan, order: from above; reception: of guests from outside; department: what a department plans for itself',
    ),
  title: line.describe('What it is about, in one line'),
  text: z.string().trim().max(10_000).default('').describe('What was planned or ordered, in its own words'),
  giverId: id('person').optional().describe('Who gave it; needed for a plan and an order'),
  departmentId: id('department').optional().describe('Of a plan of a department: whose; needed there'),
  receivedAt: moment.optional().describe('When it was received, if earlier than now'),
  dueAt: moment.describe('By when it is to be reported back'),
  reception: receptionInput.optional(),
  items: z.array(z.strictObject(item)).min(1).max(100).describe('What it is broken into'),
});
export type TakeOver = z.output<typeof takeOverInput>;

const happenedAt = moment.optional().describe('When it was, if earlier than now; never later');
export const stepInput = z.strictObject({ happenedAt });
export const finishInput = z.strictObject({
  outcome: text.describe('What came of it'),
  doneQuantity: z
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .optional()
    .describe('How much was done; needed where a quantity was planned'),
  happenedAt,
});
export type Finish = z.output<typeof finishInput>;

export const checkInput = z.strictObject({
  passed: z.boolean().describe('false: sent back, to be done again'),
  remark: z.string().trim().max(2_000).default('').describe('With which remark; needed where it is sent back'),
  dueAt: moment.optional().describe('Of what is sent back: by when it is to be done again'),
});
export type Check = z.output<typeof checkInput>;

export const moveInput = z.strictObject({
  toId: id('person').describe('Who does it from now on'),
  why: line.describe('Why; kept with the move'),
});

export const reportInput = z.strictObject({ report: text.describe('What came of it all') });

const span = {
  from: moment.optional().describe('Due at or after'),
  until: moment.optional().describe('Due before'),
};

export const boardQuery = z.strictObject({
  day: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional()
    .describe('Which day, YYYY-MM-DD where the centre stands; left out: today'),
});

export const itemsQuery = z.strictObject({
  ...pageQuery,
  person: id('person').optional().describe('Only of this person'),
  department: id('department').optional().describe('Only of plans of this department'),
  state: z.enum(ITEM_STATES).optional().describe('Only those that stand so'),
  late: z.stringbool().optional().describe('true: only those done late, or not done though they were due'),
  ...span,
});
export type ItemsQuery = z.output<typeof itemsQuery>;

export const plansQuery = z.strictObject({
  ...pageQuery,
  sort: z.enum(PLAN_SORTS).optional().describe('Only plans, orders, receptions or plans of departments'),
  department: id('department').optional().describe('Only plans of this department'),
  state: z
    .enum(['open', 'unread', 'reported', 'all'])
    .default('all')
    .describe('unread: somebody has not read his item yet'),
  giver: id('person').optional().describe('Only those this person gave'),
  person: id('person').optional().describe('Only those of which this person has an item'),
  from: moment.optional().describe('Received at or after; of a reception: held at or after'),
  until: moment.optional().describe('Received before; of a reception: held before'),
});
export type PlansQuery = z.output<typeof plansQuery>;
