import { z } from 'zod';
import { clockViewOut } from '../commitment/shapes.ts';
import { departmentNameOut, keptVersion, personOut } from '../organisation/shapes.ts';
import { spotCheckPlanShape } from './plan.ts';
import {
  allOf,
  canOut,
  idOut,
  momentOrNotYet,
  momentOut,
  pageOf,
  refusedOut,
  versionOut,
  wordsOut,
} from '../platform/http/shapes.ts';
import { changesOut } from '../pack/effect-shapes.ts';
import { numberOut, titleOut } from '../ticket/shapes.ts';
import { noticeNumberOut, noticeStateOut } from '../ticket/view-parts.ts';

const orNobody = personOut.nullable();

const line = {
  id: idOut('spot_check'),
  plan: z.object({ key: z.string().describe('Key of the plan'), name: wordsOut }).describe('By which plan it is drawn'),
  period: z.string().describe('day, week, month or quarter'),
  begins: z.string().describe('First day of its period, YYYY-MM-DD'),
  from: momentOut.describe('When the period begins, where the centre stands'),
  until: momentOut.describe('When the next one begins'),
  state: z.string().describe('running: its period is not over; to_check: drawn; completed'),
  owner: orNobody.describe('Who owes it; null: nobody holds the post'),
  dueAt: momentOut.nullable().describe('By when it is to be completed'),
  population: z.number().nullable().describe('From how many was drawn; null: not drawn yet'),
  drawn: z.number().describe('How many were drawn'),
  looked: z.number().describe('How many of these were looked at'),
  failed: z.number().describe('How many of these have a failed line'),
  completedAt: momentOrNotYet,
  completedBy: orNobody.describe('Who completed it; null: nobody yet, or there was nothing to look at'),
};

export const spotCheckLineOut = z.object(line);
export const spotChecksOut = pageOf(spotCheckLineOut);

const result = z.object({
  criterion: z.string().describe("Key of a line of the plan's sheet"),
  passed: z.boolean().describe('true: in order'),
  finding: z.string().nullable().describe('What is not in order; null: passed'),
  way: z.string().nullable().describe('corrected_on_the_spot or to_department; null: passed'),
  notice: z
    .object({ id: idOut('rectification'), number: noticeNumberOut, state: noticeStateOut })
    .nullable()
    .describe('The rectification notice it became; null: none'),
});

const item = z.object({
  id: idOut('spot_check_item'),
  no: z.number().describe('In the order drawn, from 1'),
  record: z
    .object({
      type: z.string().describe('return_visit, ticket or work_order'),
      id: z.string().describe('Identifier of the record'),
      ticketId: idOut('ticket'),
      number: numberOut,
      seen: z.boolean().describe('false: whoever reads may not see the matter, and what was said in it is left out'),
      title: titleOut,
      department: departmentNameOut.nullable().describe('Whose record it is; null: none'),
      person: orNobody.describe('Who made the visit, is accountable for the ticket, or did the work'),
      at: momentOut.nullable().describe('When it ended'),
      words: z.string().nullable().describe('What was noted in it'),
      satisfaction: z.number().nullable().describe('1 to 5; null: not asked, or not answered'),
    })
    .nullable()
    .describe('What was drawn; null: no longer there'),
  lookedBy: orNobody.describe('Who looked at it; null: nobody yet'),
  lookedAt: momentOrNotYet,
  remark: z.string().describe('What else was said of it; empty: nothing'),
  results: z.array(result).describe('One for each line of the sheet; empty: not looked at yet'),
  can: canOut.describe('check'),
});

export const spotCheckPageOut = z.object({
  ...line,
  criteria: z
    .array(z.object({ key: z.string().describe('Key of the line'), name: wordsOut.describe('What is looked at') }))
    .describe('The lines of the sheet'),
  planVersion: z.number().describe('Of the plan, by which it is drawn'),
  drawnAt: momentOrNotYet,
  seed: z.string().nullable().describe('With what it was drawn; null: not drawn yet'),
  conclusion: z.string().nullable().describe('What the check came to; null: not completed, or there was nothing'),
  clock: clockViewOut.nullable().describe('What is owed on it'),
  items: z.array(item).describe('What was drawn, in the order drawn'),
  can: canOut.describe('check, complete'),
});

export const drawnAgainOut = z.object({
  same: z.boolean().describe('The recorded seed and population give the very records that were drawn, in that order'),
  population: z.number().describe('From how many was drawn'),
  gone: z.number().describe('Of these, how many would no longer be drawn from: reopened or corrected since'),
  fresh: z.number().describe('How many would be drawn from now that were not: reported since'),
});

const planVersion = z.object({ ...keptVersion, plan: spotCheckPlanShape.describe('The plan as it was then') });

export const planOut = z.object({
  plan: spotCheckPlanShape.describe('The plan as it stands'),
  version: versionOut,
  versions: z.array(planVersion).describe('Every version, the newest first'),
  can: canOut.describe('change'),
});
export const plansOut = allOf(planOut);

export const planEffectOut = z.object({
  changes: changesOut.describe('What differs from the plan as it stands'),
  faults: z.array(refusedOut).describe('What is wrong with it; with any it cannot be applied'),
  last: z
    .array(
      z.object({
        centre: z.string().describe('Name of the centre'),
        begins: z.string().describe('First day of the last period that is over, YYYY-MM-DD'),
        population: z.number().describe('How many records fell into that period'),
        drawn: z.number().describe('How many of these would have been drawn'),
      }),
    )
    .describe('What it would have drawn of the last period that is over, in each centre that has the post'),
  running: z.number().describe('How many checks that run now would be dropped and begun anew'),
});
