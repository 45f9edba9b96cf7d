import { z } from 'zod';
import { planPageOut } from '../material/view.ts';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOut, wordsOut } from '../platform/http/shapes.ts';
import { SESSION_STATES } from '../training/training.ts';
import { ITEM_STATES } from '../work-plan/work-plan.ts';

const amount = z.number().describe("In the currency's smallest unit");
const line = { line: z.string().describe('Key of the budget line'), name: wordsOut.describe('What it is called') };

const costed = {
  cost: z
    .object({
      ...line,
      amount: amount.describe('What it is planned to cost'),
      spent: amount.describe('What was spent on it'),
      waiting: amount.describe('What waits for approval beyond the budget'),
      over: amount.describe('By how much what was spent is more than was planned; 0: it is not'),
    })
    .nullable()
    .describe('Null: no cost was planned'),
  changes: z
    .array(
      z.object({
        ...line,
        amount,
        why: z.string().describe('Why it was another amount; empty: it was the first'),
        by: personOut.nullable().describe('Who planned it'),
        at: momentOut,
      }),
    )
    .describe('Every planned cost of it, the newest first'),
  can: canOut.describe('cost, spend'),
};

const work = z.object({
  id: idOut('work_item'),
  planId: idOut('work_plan'),
  title: z.string().describe('What is to be done'),
  person: personOut.nullable().describe('Who does it'),
  dueAt: momentOut.describe('By when'),
  state: z.enum(ITEM_STATES).describe('How far it is'),
  late: z.boolean().describe('Done late, or not done though it was due'),
  quantity: z.number().nullable().describe('How much is to be done; null: it is not counted'),
  unit: z.string().describe('Of what; empty: it is not counted'),
  doneQuantity: z.number().nullable().describe('How much was done; null: not done, or not counted'),
  ...costed,
});

const training = z.object({
  id: idOut('training_session'),
  subject: z.string().describe('What is trained'),
  trainer: z.string().describe('Who trains; empty: nobody is named'),
  fromAt: momentOut,
  state: z.enum(SESSION_STATES).describe('Planned, held or cancelled'),
  missed: z.boolean().describe('Its time is over and nobody recorded that it was held'),
  ...costed,
});

export const departmentPlanOut = z.object({
  department: departmentNameOut.nullable().describe('Whose plans; null: one sees none'),
  departments: z.array(departmentNameOut).describe('Those whose plans one sees, one’s own first'),
  month: z.string().describe('YYYY-MM'),
  currency: z.string().describe('What amounts are in, ISO 4217'),
  work: z
    .object({
      planned: z.number().describe('Items due in the month'),
      done: z.number().describe('Of these, done'),
      late: z.number().describe('Of these, late'),
      items: z.array(work).describe('By when they are due'),
    })
    .describe('The plan of work'),
  training: z
    .object({
      planned: z.number().describe('Sessions of the month, but what was cancelled'),
      held: z.number().describe('Of these, held'),
      missed: z.number().describe('Of these, missed'),
      items: z.array(training).describe('In the order of time'),
    })
    .describe('The plan of training'),
  goods: z
    .object({
      planned: z.number().describe('Materials planned for the month, in the version in force'),
      covered: z.number().describe('Of these, nothing is short'),
      late: z.number().describe('Of these, short on their day or after'),
      lines: planPageOut.shape.lines,
    })
    .describe('The plan of goods needed'),
  costs: z
    .array(
      z.object({
        ...line,
        work: amount.describe('What work is planned to cost under it'),
        training: amount.describe('What training is planned to cost under it'),
        goods: amount.describe('What goods are planned to cost under it'),
        planned: amount.describe('All three'),
        budget: amount.describe('What the budget in force gives it'),
        spent: amount.describe('What was spent under it, for whatever'),
        committed: amount.describe('What waits for approval'),
        left: amount.describe('Budget less spent and committed'),
        over: amount.describe('By how much the plans cost more than the budget gives; 0: they do not'),
      }),
    )
    .describe('Cost control: the plans against the budget of the month, line by line'),
});
export type DepartmentPlanView = z.input<typeof departmentPlanOut>;
