import { z } from 'zod';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf } from '../platform/http/shapes.ts';
import { ITEM_STATES, PLAN_SORTS } from './work-plan.ts';

const orNobody = personOut.nullable();

export const itemOut = z.object({
  id: idOut('work_item'),
  title: z.string().describe('What is to be done'),
  plan: z
    .object({ id: idOut('work_plan'), title: z.string().describe('What the plan is about') })
    .nullable()
    .describe('The plan, order or reception it is part of; null: none'),
  person: personOut.describe('Who does it'),
  givenBy: personOut.describe('Who gave it'),
  givenAt: momentOut,
  dueAt: momentOut,
  state: z
    .enum(ITEM_STATES)
    .describe('given: not read yet; done: not looked at yet; passed: looked at; sent_back: to be done again'),
  late: z.boolean().describe('Done late, or not done though it was due'),
  readAt: momentOrNotYet,
  doneAt: momentOrNotYet,
  outcome: z.string().nullable().describe('What came of it; null: not done'),
  quantity: z.number().nullable().describe('How much is to be done; null: it is not counted'),
  unit: z.string().describe('Of what; empty: it is not counted'),
  doneQuantity: z.number().nullable().describe('How much was done; null: not done, or not counted'),
  checkedBy: orNobody.describe('Who looked at it; null: nobody yet'),
  checkedAt: momentOrNotYet,
  remark: z.string().nullable().describe('Of the last check, also one that sent it back; null: none'),
  moves: z
    .array(
      z.object({
        from: personOut.describe('Who had it'),
        to: personOut.describe('Who got it'),
        by: personOut.describe('Who moved it'),
        why: z.string().describe('The reason given'),
        at: momentOut,
      }),
    )
    .describe('Every move between people, the first first'),
  checks: z
    .array(
      z.object({
        outcome: z.string().describe('What had come of it'),
        doneAt: momentOut,
        doneQuantity: z.number().nullable().describe('How much had been done; null: it is not counted'),
        passed: z.boolean().describe('false: sent back'),
        remark: z.string().describe('With which remark'),
        by: personOut.describe('Who looked at it'),
        at: momentOut,
      }),
    )
    .describe('Every check, the first first'),
  can: canOut.describe('read, begin, finish, check, move'),
});
export type ItemView = z.input<typeof itemOut>;
export const itemsOut = pageOf(itemOut);

const counts = {
  planned: z.number().describe('Items of the day'),
  done: z.number().describe('Of these, done'),
  checked: z.number().describe('Of these, done and looked at'),
  late: z.number().describe('Of these, late'),
};

export const boardOut = z.object({
  day: z.string().describe('YYYY-MM-DD where the centre stands'),
  people: z
    .array(
      z.object({
        person: personOut,
        ...counts,
        openTickets: z.number().describe('Tickets the person answers for now'),
        items: z.array(itemOut).describe('Due that day, done that day, or overdue; by when they are due'),
      }),
    )
    .describe('Everybody with something on that day, and everybody at an assistant or front desk post'),
  can: canOut.describe('give'),
});

const share = z.object({ n: z.number().describe('So many'), of: z.number().describe('Of so many') });

const plan = {
  id: idOut('work_plan'),
  sort: z
    .enum(PLAN_SORTS)
    .describe('plan, order: from above; reception: of guests from outside; department: its own plan'),
  department: departmentNameOut.nullable().describe('Of a plan of a department: whose; null: another sort'),
  title: z.string().describe('What it is about'),
  giver: orNobody.describe('Who gave it; null: nobody of ours'),
  takenBy: personOut.describe('Who took it over and reports back'),
  receivedAt: momentOut,
  dueAt: momentOut.describe('By when it is to be reported back'),
  guestBody: z.string().nullable().describe('Of a reception: who comes'),
  heldAt: momentOut.nullable().describe('Of a reception: when'),
  host: orNobody.describe('Of a reception: who receives them'),
  items: z.number().describe('What it was broken into: planned'),
  done: z.number().describe('Of these, done: actual'),
  late: z.number().describe('Of these, late'),
  onTime: share.describe('Of the items done or due by now, those done in time'),
  inFull: share.describe('Of the items done that have a quantity, those done in full'),
  inQuality: share.describe('Of the items looked at, those that passed without ever being sent back'),
  unread: z.array(personOut).describe('Who has not read his item yet'),
  reportedAt: momentOrNotYet,
  overdue: z.boolean().describe('Reported late, or not reported though it was due'),
};
export const planLineOut = z.object(plan);
export const plansOut = pageOf(planLineOut);
export const planPageOut = z.object({
  ...plan,
  text: z.string().describe('What was planned or ordered, in its own words'),
  programme: z.string().nullable().describe('Of a reception: in which order'),
  report: z.string().nullable().describe('What came of it all; null until it was reported'),
  reportedBy: orNobody.describe('Who reported it; null: nobody yet'),
  parts: z.array(itemOut).describe('Its items by when they are due'),
  can: canOut.describe('report, give'),
});
export const givenOut = z.object({ id: idOut('work_item') });
export const takenOverOut = z.object({ id: idOut('work_plan') });
