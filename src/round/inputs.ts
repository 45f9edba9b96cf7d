import { z } from 'zod';
import { intakeInput } from '../contact/inputs.ts';
import { id, line, moment, pageQuery, text } from '../platform/http/shapes.ts';
import { planShape, WAYS } from './plan.ts';

const happenedAt = moment.optional().describe('When it was on the spot, if earlier than now; never later');

const planParts = {
  content: planShape,
  postId: id('post').describe('The post that walks it; everybody at it may'),
  followUpPostId: id('post')
    .nullable()
    .optional()
    .describe('The post a failed line is offered; null or left out: whoever finds it keeps it'),
  closed: z.boolean().default(false).describe('true: given up; nothing more is begun until it is taken up again'),
};

export const previewPlanInput = z.strictObject(planParts);
export type PreviewPlan = z.output<typeof previewPlanInput>;

export const changePlanInput = previewPlanInput.extend({
  why: line.describe('Why; kept with the version'),
  seen: z.number().int().min(0).describe('The version it was made on; 0 for a new checklist'),
});
/** `key`: of a new checklist its stable name; left out, one is made of its id. */
export type ChangePlan = z.output<typeof changePlanInput> & { key?: string | undefined };

export const keeperInput = z.strictObject({
  personId: id('person')
    .nullable()
    .describe('Who answers for its rounds from now on; null: nobody by name, whoever is at its post'),
});
export type NameKeeper = z.output<typeof keeperInput>;

export const reportLineInput = z.strictObject({
  line: z.string().max(60).describe('Key of the line'),
  result: z.enum(['ok', 'fault']).describe('fault: a follow-up is opened at once'),
  count: z.number().int().min(0).max(100_000).optional().describe('Of a line that counts, or of letters in a box'),
  note: z.string().trim().max(2_000).default('').describe('What is missing or wrong; a fault needs it'),
  photoIds: z.array(id('file')).max(9).default([]).describe('Photos uploaded before'),
  way: z
    .enum(WAYS)
    .optional()
    .describe('What was done about a fault, one of those its line allows; left out where the line asks for none'),
  measures: z
    .string()
    .trim()
    .max(2_000)
    .default('')
    .describe('What was done on the spot, or what is suggested; handled and suggested need it'),
  reportedToId: id('person').optional().describe('To whom it was reported upward; needed by reported, and only there'),
  answerBy: moment
    .optional()
    .describe('Of a suggestion: by when the department answers; left out: by the limit of the house'),
  happenedAt,
});
export type ReportLine = z.output<typeof reportLineInput>;

export const beginPatrolInput = z.strictObject({
  id: id('round').optional().describe("The client's own new id; the same id again begins nothing twice"),
  planId: id('round_plan').describe('The checklist, one that is walked unplanned'),
});

export type BeginPatrol = z.output<typeof beginPatrolInput>;

export const completeInput = z.strictObject({ happenedAt });

export const letterInput = z.strictObject({
  id: id('round_letter').optional().describe("The client's own new id; the same id again takes nothing twice"),
  line: z.string().max(60).describe('Key of the line of the box it was in'),
  case: intakeInput.optional().describe('The case it becomes, taken in as any other, by the channel letter'),
  reason: text.optional().describe('Why it needs none, where it becomes no case'),
});
export type TakeLetter = z.output<typeof letterInput>;

const span = {
  from: moment.optional().describe('Due at or after'),
  until: moment.optional().describe('Due before'),
};

export const roundsQuery = z.strictObject({
  ...pageQuery,
  state: z
    .enum(['open', 'kept', 'missed', 'all'])
    .default('all')
    .describe(
      'open: to be done, today or ahead; kept: done in time; missed: done late, or not at all though it was due; all: every one whose day has come',
    ),
  mine: z.stringbool().default(false).describe('Only those of posts I hold or stand in for'),
  plan: id('round_plan').optional().describe('Only of this checklist'),
  result: z
    .enum(['ok', 'fault'])
    .optional()
    .describe('fault: only with a line that was not in order; ok: only without'),
  person: id('person').optional().describe('Only those at which this person wrote down a result'),
  place: id('place').optional().describe('Only those of this unit: inspections while it was vacant, home visits'),
  customer: id('customer').optional().describe('Only those of this tenant'),
  ...span,
});
export type RoundsQuery = z.output<typeof roundsQuery>;

export const sharesQuery = z.strictObject({
  from: moment.describe('Due at or after'),
  until: moment.optional().describe('Due before; left out: until now'),
});
export type SharesQuery = z.output<typeof sharesQuery>;

export const ANSWERS = ['waiting', 'late', 'answered'] as const;

export const findingsQuery = z.strictObject({
  ...pageQuery,
  plan: id('round_plan').optional().describe('Only of this checklist'),
  line: z.string().max(60).optional().describe('Only at this point: the key of the line'),
  way: z.enum(WAYS).optional().describe('Only those handled on the spot, reported upward, or suggested'),
  person: id('person').optional().describe('Only what this person found'),
  reportedTo: id('person').optional().describe('Only what was reported to this person'),
  department: id('department').optional().describe('Only what was suggested to this department'),
  answer: z
    .enum(ANSWERS)
    .optional()
    .describe('Of suggestions: waiting: not answered yet; late: that, and overdue; answered: by the department'),
  place: id('place').optional().describe('Only what was found in this unit'),
  from: moment.optional().describe('Found at or after'),
  until: moment.optional().describe('Found before'),
});
export type FindingsQuery = z.output<typeof findingsQuery>;
