import { z } from 'zod';
import { decideBudgetInput, money } from '../budget/inputs.ts';
import { dayIn as day, id, line, monthIn, pageQuery } from '../platform/http/shapes.ts';
import { ENTRY_SORTS, REQUEST_STATES } from './material.ts';

const MOST = 1_000_000;
const dayIn = day.describe('A day where the centre stands, YYYY-MM-DD');
const quantity = z.number().int().min(1).max(MOST).describe('How many of its unit');
const because = z.string().trim().max(1_000).default('');
const whose = { departmentId: id('department').describe('For which department') };

const asWritten = {
  name: line.describe('What it is called'),
  unit: z.string().trim().min(1).max(20).describe('What is counted: piece, box, litre'),
  costKind: z.string().max(60).describe('Key of the budget line that it is bought under'),
  price: money.min(0).describe("What one is expected to cost, in the currency's smallest unit"),
  keepAtLeast: z.number().int().min(0).max(MOST).default(0).describe('Fewer in stock, and it is to be replenished'),
};
export const addMaterialInput = z.strictObject({
  id: id('material').optional().describe("The client's own new id; the same id again adds nothing twice"),
  ...asWritten,
});
export type AddMaterial = z.output<typeof addMaterialInput>;
export const changeMaterialInput = z.strictObject({
  ...asWritten,
  closed: z.boolean().default(false).describe('true: it is planned and asked for no more'),
});
export type ChangeMaterial = z.output<typeof changeMaterialInput>;

export const materialsQuery = z.strictObject({
  department: id('department').optional().describe('Stock of this department; left out: of all that one sees'),
  q: z.string().trim().max(100).optional().describe('Words of its name'),
  low: z.stringbool().optional().describe('true: only what is to be replenished'),
});
export type MaterialsQuery = z.output<typeof materialsQuery>;

export const drawUpInput = z.strictObject({
  ...whose,
  month: monthIn,
  lines: z
    .array(
      z.strictObject({
        materialId: id('material'),
        quantity,
        price: money.min(0).describe("What one is planned to cost, in the currency's smallest unit"),
        neededBy: dayIn.describe('By which day of the month it is needed'),
        personId: id('person').describe('Who sees to it'),
      }),
    )
    .min(1)
    .max(200)
    .describe('What is required'),
  why: because.describe('What it rests on; needed where a version stands already'),
  seen: z.number().int().min(0).describe('The newest version last read, 0 where there is none: a newer one refuses'),
});
export type DrawUp = z.output<typeof drawUpInput>;

/** As a budget is decided. */
export const decidePlanInput = decideBudgetInput;
export type DecidePlan = z.output<typeof decidePlanInput>;

export const planQuery = z.strictObject({
  id: id('material_plan').optional().describe('This one; left out: by department and month'),
  department: id('department').optional().describe('Left out: one’s own, else the first that one sees'),
  month: monthIn.optional().describe('Left out: the present one'),
});
export type PlanQuery = z.output<typeof planQuery>;

export const requestInput = z.strictObject({
  id: id('material_request').optional().describe("The client's own new id; the same id again asks for nothing twice"),
  ...whose,
  materialId: id('material').describe('What is asked for'),
  quantity,
  neededBy: dayIn.describe('By which day; it counts against the plan of its month'),
  whatFor: z.string().trim().min(1).max(1_000).describe('What it is needed for'),
});
export type RequestMaterial = z.output<typeof requestInput>;

export const decideRequestInput = z.strictObject({
  decision: z.enum(['approved', 'refused']).describe('approved: it may be bought and issued; refused: not'),
  quantity: quantity.optional().describe('How many are approved; left out: all that were asked for'),
  because: because.describe('Why; needed to refuse, or to approve fewer'),
});
export type DecideRequest = z.output<typeof decideRequestInput>;

export const whyInput = z.strictObject({ because: z.string().trim().min(1).max(1_000).describe('Why') });

export const requestsQuery = z.strictObject({
  ...pageQuery,
  department: id('department').optional().describe('Only for this department'),
  material: id('material').optional().describe('Only of this material'),
  state: z.enum(REQUEST_STATES).optional().describe('Only those that stand so'),
  by: id('person').optional().describe('Only asked for by this person'),
  q: z.string().trim().max(100).optional().describe('Words of the material or of what it is for'),
  from: dayIn.optional().describe('Needed on or after'),
  until: dayIn.optional().describe('Needed before'),
});
export type RequestsQuery = z.output<typeof requestsQuery>;

export const receiveInput = z.strictObject({
  id: id('material_entry').optional().describe("The client's own new id; the same id again receives nothing twice"),
  ...whose,
  materialId: id('material').describe('What came in'),
  quantity,
  onDay: dayIn.describe('When it came'),
  requestId: id('material_request')
    .optional()
    .describe('The approved request it was bought for; left out: by the plan'),
  supplier: line.describe('Who delivered it'),
  cost: money
    .min(0)
    .describe("What is paid for all of it, in the currency's smallest unit; 0: nothing. Booked under its budget line"),
});
export type Receive = z.output<typeof receiveInput>;

export const issueInput = z.strictObject({
  id: id('material_entry').optional().describe("The client's own new id; the same id again issues nothing twice"),
  requestId: id('material_request').describe('On which approved request'),
  quantity,
  onDay: dayIn.describe('When it was handed out'),
  personId: id('person').describe('To whom'),
});
export type Issue = z.output<typeof issueInput>;

export const entriesQuery = z.strictObject({
  ...pageQuery,
  department: id('department').optional().describe('Only in the stock of this department'),
  material: id('material').optional().describe('Only of this material'),
  sort: z.enum(ENTRY_SORTS).optional().describe('Only what came in, or what was issued'),
  person: id('person').optional().describe('Only issued to this person'),
  request: id('material_request').optional().describe('Only on this request'),
  from: dayIn.optional().describe('On or after'),
  until: dayIn.optional().describe('Before'),
});
export type EntriesQuery = z.output<typeof entriesQuery>;
