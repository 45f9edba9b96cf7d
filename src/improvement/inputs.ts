import { z } from 'zod';
import { id, line, moment, pageQuery, text } from '../platform/http/shapes.ts';
import { CAUSE_SORTS, IMPROVEMENT_SORTS, IMPROVEMENT_STATES, RULE_TYPES, SOURCE_TYPES } from './improvement.ts';

const measure = z.strictObject({
  text: line.describe('What is done so that it does not happen again'),
  personId: id('person').describe('Who does it'),
  dueAt: moment.describe('By when; it is owed as a promise'),
  rule: z
    .strictObject({
      type: z.enum(RULE_TYPES).describe('A kind of matter, the settings of the house, or a spot-check plan'),
      key: z.string().max(60).optional().describe('Key of the kind or plan; left out of the settings'),
    })
    .optional()
    .describe('The rule that is to be changed: done when there is a later version of it (PRIN-14)'),
});
export type MeasureInput = z.output<typeof measure>;

const round = {
  measures: z.array(measure).min(1).max(20).describe('What is done, each by a person and a day'),
  checkAt: moment.describe('When it is looked at whether it worked; after the last measure'),
};

export const openImprovementInput = z.strictObject({
  id: id('improvement').optional().describe("The client's own new id; the same id again opens nothing twice"),
  sort: z.enum(IMPROVEMENT_SORTS).describe('corrective: it has happened; preventive: it might; both'),
  departmentId: id('department').describe('Which department is to act; its head answers for it'),
  title: line.describe('What occurs, in a line'),
  causeSort: z.enum(CAUSE_SORTS).describe('Where the cause lies'),
  cause: text.describe('The cause, as the analysis found it'),
  ...round,
  checkById: id('person').describe('Who looks whether it worked; none of those who carry it out'),
  sources: z
    .array(
      z.strictObject({
        type: z.enum(SOURCE_TYPES).describe('What the record is'),
        id: z.uuid().describe('Identifier of the record (UUID)'),
      }),
    )
    .max(200)
    .default([])
    .describe('The records behind it'),
  pattern: z
    .string()
    .max(300)
    .optional()
    .describe('The repetition it answers, as `GET /repetitions` names it; happening again, it reopens by itself'),
});
export type OpenImprovement = z.output<typeof openImprovementInput>;

export const planRoundInput = z.strictObject(round);
export type PlanRound = z.output<typeof planRoundInput>;
export const reportMeasureInput = z.strictObject({ text: text.describe('What was done') });
export const judgeInput = z.strictObject({
  worked: z.boolean().describe('true: it is over; false: another round of measures is owed'),
  text: text.describe('How it was looked at, and what was seen'),
});
export const withdrawImprovementInput = z.strictObject({ reason: line.describe('Why it is withdrawn') });

export const improvementsQuery = z.strictObject({
  ...pageQuery,
  state: z
    .enum([...IMPROVEMENT_STATES, 'open', 'all'])
    .default('open')
    .describe('to_plan: a round of measures is owed; running; to_check: carried out; closed; withdrawn; open; all'),
  department: id('department').optional().describe('Only those of this department'),
  cause: z.enum(CAUSE_SORTS).optional().describe('Only those whose cause lies here'),
  recurring: z.stringbool().optional().describe('Only those that happened again after their measures, or only others'),
  rule: z.stringbool().optional().describe('Only those that change a rule, or only others (PRIN-14)'),
  mine: z.stringbool().default(false).describe('Only those on which I owe something'),
  q: z.string().trim().max(100).optional().describe('Only those with this in title or cause'),
  from: moment.optional().describe('Opened at or after'),
  until: moment.optional().describe('Opened before'),
});
export type ImprovementsQuery = z.output<typeof improvementsQuery>;

export const decideRepetitionInput = z.strictObject({
  id: id('repetition_decision').optional().describe("The client's own new id; the same id again decides nothing twice"),
  pattern: z.string().max(300).describe('Which, as `GET /repetitions` names it'),
  reason: text.describe('Why no action follows'),
});
