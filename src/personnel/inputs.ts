import { z } from 'zod';
import { dayIn, id, line, moment, pageQuery } from '../platform/http/shapes.ts';
import { SORTS } from './move.ts';
import { ASSESSED_PERIODS, assessmentShape, personnelShape } from './plan.ts';
import { BEARINGS, RECORDS } from './record.ts';

const day = dayIn;
const remark = z.string().trim().max(2_000).default('');
const words = z.string().trim().min(1).max(2_000);

export const submitAssessmentInput = z.strictObject({
  marks: z
    .array(
      z.strictObject({
        indicator: z.string().max(60).describe('Key of an indicator of its scheme'),
        mark: z.number().int().min(0).max(100).describe('On the scale of the scheme, 0 the worst'),
        remark: z.string().trim().max(500).default('').describe('What it rests on; demanded where it is 0'),
      }),
    )
    .max(20)
    .describe('One for each indicator'),
  remark: remark.describe('What else is to be said to him'),
});
export type SubmitAssessment = z.output<typeof submitAssessmentInput>;

export const confirmAssessmentInput = z.strictObject({
  comment: remark.describe('What he says to it; left out: nothing'),
});

export const recordFindingInput = z.strictObject({
  id: id('staff_finding').optional().describe("The client's own new id; the same id again records nothing twice"),
  day: day.describe('When it was found; not in the future'),
  source: z.string().max(60).describe('Key of a source of the house: supervision, inspection'),
  bearing: z.enum(BEARINGS).describe('merit: it speaks for him; fault: against him; remark: neither'),
  text: words.describe('What was found'),
});
export type RecordFinding = z.output<typeof recordFindingInput>;

export const withdrawInput = z.strictObject({ reason: line.describe('Why; kept beside it') });

export const recordBreachInput = z.strictObject({
  id: id('staff_breach').optional().describe("The client's own new id; the same id again records nothing twice"),
  day: day.describe('When it was; not in the future'),
  rule: line.describe('Which rule of the house or of work discipline was broken'),
  facts: words.describe('What happened'),
  statement: words.optional().describe('What he says, as it was taken down; left out: he says it himself'),
});
export type RecordBreach = z.output<typeof recordBreachInput>;

export const stateBreachInput = z.strictObject({ statement: words.describe('What the person says') });

export const decideBreachInput = z.strictObject({
  sanction: z.string().max(60).describe('Key of a sanction of the house'),
  remark: remark.describe('Why this one'),
});

export const proposeMoveInput = z.strictObject({
  id: id('staff_move').optional().describe("The client's own new id; the same id again proposes nothing twice"),
  personId: id('person').describe('Whom it is about'),
  sort: z
    .enum(SORTS)
    .describe('promotion and demotion: from one post to another; appointment: to one; removal: from one'),
  fromPostId: id('post').nullable().default(null).describe('The post he holds and is to leave; null: none'),
  toPostId: id('post').nullable().default(null).describe('The post he is to hold; null: none'),
  day: day.describe('The day it is to hold from'),
  reason: words.describe('Why'),
  grounds: z
    .array(
      z.strictObject({
        type: z.enum(['staff_assessment', 'staff_finding', 'staff_breach']).describe('What sort of record it is'),
        id: z.uuid().describe('Its identifier'),
      }),
    )
    .max(40)
    .default([])
    .describe('Records of his file that it rests on'),
});
export type ProposeMove = z.output<typeof proposeMoveInput>;

export const decideMoveInput = z.strictObject({
  verdict: z.enum(['approved', 'refused']).describe('approved: it holds from its day, decided late at once'),
  remark: remark.describe('Why; demanded where it is refused'),
});
export type DecideMove = z.output<typeof decideMoveInput>;

const period = {
  from: day.optional().describe('From this day on'),
  until: day.optional().describe('Before this day'),
};

export const membersQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().min(1).max(60).optional().describe('Part of a name'),
  department: id('department').optional().describe('Only who holds a post in it'),
  post: id('post').optional().describe('Only who holds this post'),
});
export type MembersQuery = z.output<typeof membersQuery>;

export const assessmentsQuery = z.strictObject({
  ...pageQuery,
  ...period,
  person: id('person').optional().describe('Only of this person'),
  state: z
    .enum(['due', 'submitted'])
    .optional()
    .describe('due: its period is over and it is owed; submitted: it was given; left out: those to come too'),
  period: z.enum(ASSESSED_PERIODS).optional().describe('Only of months, or of quarters'),
});
export type AssessmentsQuery = z.output<typeof assessmentsQuery>;

export const recordsQuery = z.strictObject({
  ...pageQuery,
  ...period,
  person: id('person').optional().describe('Only of this person'),
  sort: z.enum(RECORDS).optional().describe('Only these'),
  q: z.string().trim().min(1).max(60).optional().describe('Part of what was written'),
});
export type RecordsQuery = z.output<typeof recordsQuery>;

export const movesQuery = z.strictObject({
  ...pageQuery,
  ...period,
  person: id('person').optional().describe('Only of this person'),
  post: id('post').optional().describe('Only from or to this post'),
  department: id('department').optional().describe('Only from or to a post of it'),
  state: z
    .enum(['open', 'approved'])
    .optional()
    .describe('open: proposed and not decided; approved: the register of appointments and removals'),
});
export type MovesQuery = z.output<typeof movesQuery>;

export const resultsQuery = z.strictObject({
  period: z.enum(ASSESSED_PERIODS).describe('Of months, or of quarters'),
  from: day.describe('Periods that begin on or after this day'),
  until: day.describe('Periods that begin before this day'),
});
export type ResultsQuery = z.output<typeof resultsQuery>;

export const looksQuery = z.strictObject({ ...pageQuery, from: moment.optional().describe('From this moment on') });
export type LooksQuery = z.output<typeof looksQuery>;

export const changeRulesInput = z.strictObject({
  why: line.describe('Why they are changed; kept with the version'),
  seen: z.number().int().min(0).describe('The version they were made on'),
  assessments: z.array(assessmentShape).max(40).describe('All schemes'),
  personnel: personnelShape.describe('What else the files of staff go by'),
});
export type ChangeRules = z.output<typeof changeRulesInput>;
