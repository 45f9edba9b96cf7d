import { z } from 'zod';
import { drawnUpOut } from '../budget/view.ts';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import { allOf, canOut, idOut, momentOrNotYet, momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';
import { ENTRY_SORTS, LINE_STATES, REQUEST_STATES } from './material.ts';

const amount = z.number().describe("In the currency's smallest unit");
const currency = z.string().describe('What amounts are in, ISO 4217');
const quantity = z.number().describe('How many of its unit');
const day = z.string().describe('YYYY-MM-DD where the centre stands');
const department = departmentNameOut.describe('Whose it is');
const costKind = z
  .object({ key: z.string().describe('Key of the cost kind'), name: wordsOut })
  .describe('The budget line that it is bought under');
const material = z
  .object({
    id: idOut('material'),
    name: z.string().describe('What it is called'),
    unit: z.string().describe('What is counted'),
  })
  .describe('The material');

export const materialOut = z.object({
  id: idOut('material'),
  name: z.string().describe('What it is called'),
  unit: z.string().describe('What is counted'),
  costKind,
  price: amount.describe('What one is expected to cost'),
  currency,
  keepAtLeast: quantity.describe('Fewer in stock, and it is to be replenished'),
  stock: quantity.describe('What lies in the departments asked for, now'),
  low: z.boolean().describe('true: fewer in stock than are to be kept'),
  closed: z.boolean().describe('true: planned and asked for no more'),
  changes: z
    .array(
      z.object({
        name: z.string().describe('What it was called before'),
        unit: z.string().describe('What was counted before'),
        costKind: z.string().describe('Key of its budget line before'),
        price: amount.describe('What one was expected to cost before'),
        keepAtLeast: quantity.describe('How many were to be kept before'),
        by: personOut.nullable().describe('Who changed it'),
        at: momentOut,
      }),
    )
    .describe('What it said before each change, the newest first'),
  can: canOut.describe('change'),
});
export const materialsOut = allOf(materialOut).extend({
  costKinds: z.array(costKind).describe('Budget lines that a material may be bought under'),
  can: canOut.describe('add'),
});
export type MaterialView = z.input<typeof materialOut>;

const planLine = z.object({
  material: material.describe('What is planned, asked for or moved'),
  planned: quantity.describe('By the version in force; 0: not planned'),
  asked: quantity.nullable().describe('In the version that waits; null: none waits'),
  price: amount.describe('What one is planned to cost'),
  neededBy: day.nullable().describe('By which day; null: not planned'),
  person: personOut.nullable().describe('Who sees to it; null: not planned'),
  requested: quantity.describe('Asked for this month and not decided yet'),
  approved: quantity.describe('Approved on requests of this month'),
  received: quantity.describe('What came in this month'),
  issued: quantity.describe('What was issued this month'),
  inStock: quantity.describe('In the stock of the department at the month’s end, or now'),
  short: quantity.describe(
    'What the plan still wants that is not in stock: planned less issued less in stock, 0 at least',
  ),
  state: z.enum(LINE_STATES).describe('covered: nothing is short; late: short on its day or after'),
  cost: amount.describe('Planned quantity at its planned price'),
  paid: amount.describe('What was paid for what came in this month'),
  saved: amount.describe('What came in at its planned price, less what was paid; below 0: dearer than planned'),
});
export type PlanLineView = z.input<typeof planLine>;

export const planPageOut = z.object({
  isSetUp: z.boolean().describe('false: the house has set no rules of material'),
  id: idOut('material_plan').nullable().describe('null: nobody has drawn it up'),
  department: department.nullable().describe('null: one sees none'),
  departments: z.array(department).describe('Those whose material one sees, one’s own first'),
  month: z.string().describe('YYYY-MM'),
  currency,
  dueAt: momentOut.nullable().describe('By when it is to be approved or drawn up anew; null: nothing is owed'),
  inForce: z.number().nullable().describe('The version in force; null: none'),
  waiting: z.number().nullable().describe('The version that waits for approval; null: none'),
  newest: z.number().describe('The newest version, to be sent back with another one; 0: none'),
  lines: z.array(planLine).describe('What is planned, and whatever else was asked for or moved in the month'),
  total: z
    .object({
      cost: amount.describe('Of all planned'),
      paid: amount.describe('Of all that came in'),
      saved: amount.describe('Of all that came in, against its planned price'),
      short: z.number().describe('Lines that are short'),
    })
    .describe('Of all lines'),
  room: z
    .array(
      z.object({
        costKind,
        cost: amount.describe('What the version that waits, else the one in force, costs under it'),
        left: amount.describe('What the budget of the month has left'),
        over: amount.describe('By how much the first is more than the second; 0: it is not'),
      }),
    )
    .describe('What is planned against what the budget has left, by line'),
  versions: z
    .array(
      z.object({
        version: z.number().describe('1, 2, ...'),
        lines: z
          .array(
            z.object({
              material: material.describe('What is planned, asked for or moved'),
              quantity,
              price: amount.describe('What one is planned to cost'),
              neededBy: day,
              person: personOut.nullable().describe('Who sees to it'),
              before: quantity.nullable().describe('In the version in force before it; null: not in it'),
            }),
          )
          .describe('What was required'),
        cost: amount.describe('Of all lines'),
        ...drawnUpOut,
      }),
    )
    .describe('The newest first'),
  can: canOut.describe('draw_up, decide, request, receive'),
});
export type PlanPage = z.input<typeof planPageOut>;

export const requestOut = z.object({
  id: idOut('material_request'),
  department,
  material: material.describe('What is planned, asked for or moved'),
  quantity: quantity.describe('How many were asked for'),
  neededBy: day,
  whatFor: z.string().describe('What it is needed for'),
  by: personOut.nullable().describe('Who asked for it'),
  at: momentOut.describe('When it was asked for'),
  state: z.enum(REQUEST_STATES).describe('How far it is'),
  approved: quantity.describe('How many were approved'),
  received: quantity.describe('How many were received for it'),
  issued: quantity.describe('How many were issued on it'),
  beyondPlan: quantity.describe(
    'By how many it goes beyond the plan of its month; as it was decided, else as it stands',
  ),
  toBuy: quantity.describe('How many do not lie in stock; 0 once it is decided'),
  cost: amount.describe('What buying these would cost; 0 once it is decided'),
  beyondBudget: amount.describe(
    'By how much that is more than the budget has left; as it was decided, else as it stands',
  ),
  currency,
  dueAt: momentOut.nullable().describe('By when it is to be decided; null: that is not owed'),
  decidedBy: personOut.nullable().describe('Who decided; null: nobody yet'),
  decidedAt: momentOrNotYet,
  because: z.string().describe('Why it was decided so; empty: nothing was said'),
  can: canOut.describe('decide, withdraw, issue, receive'),
});
export const requestsOut = pageOf(requestOut);
export type RequestView = z.input<typeof requestOut>;

export const entryOut = z.object({
  id: idOut('material_entry'),
  department,
  material: material.describe('What is planned, asked for or moved'),
  sort: z.enum(ENTRY_SORTS).describe('received: it came in; issued: it was handed out'),
  quantity: quantity.describe('Above 0: into the stock; below: out of it'),
  onDay: day,
  requestId: idOut('material_request').nullable().describe('The request it belongs to; null: by the plan'),
  person: personOut.nullable().describe('To whom it was issued; null: it came in'),
  supplier: z.string().describe('Who delivered it; empty: it was issued'),
  cost: amount.describe('What was paid'),
  currency,
  expenseId: idOut('expense').nullable().describe('The expense it was booked as; null: none'),
  corrects: idOut('material_entry').nullable().describe('The entry that this counter entry takes back; null: none'),
  corrected: z.boolean().describe('A counter entry takes it back'),
  because: z.string().describe('Why it was taken back; empty: it was not'),
  by: personOut.nullable().describe('Who entered it'),
  at: momentOut.describe('When it was entered'),
  can: canOut.describe('correct'),
});
export const entriesOut = pageOf(entryOut);
export type EntryView = z.input<typeof entryOut>;
