import { z } from 'zod';
import { dayIn, id, line, moment, pageQuery } from '../platform/http/shapes.ts';
import { trainingRulesShape } from './rules.ts';
import { ATTENDANCES, NEEDS, SESSION_STATES } from './training.ts';

const name = z.string().max(60);
const why = line.describe('Why; kept with the change');
const day = dayIn;
const people = z.array(id('person')).min(1).max(200);
const remark = z.string().trim().max(500).default('');

export const planSessionInput = z.strictObject({
  id: id('training_session').optional().describe("The client's own new id; the same id again plans nothing twice"),
  departmentId: id('department').describe('In whose plan it stands'),
  subject: line.describe('What it is about, in one line'),
  form: name.describe('Key of a form of the training rules'),
  course: name.optional().describe('Key of the course it belongs to; left out: none, so nobody has a result of it'),
  articleId: id('article').optional().describe('The standard process it trains; left out: none'),
  trainerId: id('person').optional().describe('Who of ours trains; in a coached form the coach'),
  outsideTrainer: line.optional().describe('Who trains, where he is not one of ours'),
  place: line.describe('Where'),
  fromAt: moment.describe('When it begins'),
  untilAt: moment.describe('When it ends'),
  people: people.describe('Whom it is for'),
});
export type PlanSession = z.output<typeof planSessionInput>;

export const inviteInput = z.strictObject({
  add: z.array(id('person')).max(200).default([]).describe('Who is to come besides'),
  remove: z.array(id('person')).max(200).default([]).describe('Who need not come'),
});
export type Invite = z.output<typeof inviteInput>;

export const moveSessionInput = z.strictObject({
  fromAt: moment.describe('When it begins now'),
  untilAt: moment.describe('When it ends now'),
  place: line.optional().describe('Where; left out: as before'),
  why,
});
export type MoveSession = z.output<typeof moveSessionInput>;

export const cancelSessionInput = z.strictObject({ why });

export const recordSessionInput = z.strictObject({
  heldFrom: moment.describe('When it began'),
  heldUntil: moment.describe('When it ended; not later than now'),
  sheet: z
    .array(
      z.strictObject({
        personId: id('person').describe('Who was invited'),
        attendance: z.enum(ATTENDANCES).describe('came; excused: stayed away with a reason; missed'),
        minutes: z.number().int().min(0).max(1_440).optional().describe('Of whoever came; left out: all of it'),
        score: z.number().int().min(0).max(100).nullable().default(null).describe('Of a test, out of 100; null: none'),
        remark: remark.describe('What else is to be said of him, or why he was excused'),
      }),
    )
    .max(300)
    .describe('Everybody invited, once'),
  why: line.optional().describe('Needed where a recorded sheet is corrected'),
});
export type RecordSession = z.output<typeof recordSessionInput>;

export const evaluateSessionInput = z.strictObject({
  grade: z.number().int().min(1).max(5).describe('1 the worst, 5 the best'),
  evaluation: z.string().trim().min(1).max(2_000).describe('What came of it, and what is done otherwise next time'),
});

export const sessionsQuery = z.strictObject({
  ...pageQuery,
  from: moment.optional().describe('Planned to begin at or after'),
  until: moment.optional().describe('Planned to begin before'),
  department: id('department').optional().describe('Only of this plan'),
  form: name.optional().describe('Only of this form'),
  course: name.optional().describe('Only of this course'),
  state: z
    .enum([...SESSION_STATES, 'missed'])
    .optional()
    .describe('Only those that stand so; missed: its time is over and it was neither held nor cancelled'),
  person: id('person').optional().describe('Only those this person is invited to, or trains'),
});
export type SessionsQuery = z.output<typeof sessionsQuery>;

export const needsQuery = z.strictObject({
  department: id('department').optional().describe('Only people of this department'),
  person: id('person').optional().describe('Only this person'),
  sort: z.enum(['course', 'process', 'skill']).optional().describe('Only courses, standard processes or skills'),
  key: z.string().max(60).optional().describe('Only this course or skill, by its key; a process by its id'),
  state: z
    .enum([...NEEDS, 'gap'])
    .optional()
    .describe('Only those that stand so; left out: whoever lacks it, or will soon'),
  all: z.stringbool().optional().describe('true: whoever has it, too'),
});
export type NeedsQuery = z.output<typeof needsQuery>;

const period = {
  from: moment.optional().describe('Sessions planned to begin at or after; left out: from the first on'),
  until: moment.optional().describe('Sessions planned to begin before; left out: to the last'),
};
export const figuresQuery = z.strictObject({
  ...period,
  department: id('department').optional().describe('Only this department; left out: all one sees'),
});
export type FiguresQuery = z.output<typeof figuresQuery>;

export const hoursQuery = z.strictObject({
  ...period,
  department: id('department').optional().describe('Only people of this department'),
  person: id('person').optional().describe('Only this person'),
  form: name.optional().describe('Only this form'),
});
export type HoursQuery = z.output<typeof hoursQuery>;

export const beginPathInput = z.strictObject({
  id: id('training_path').optional().describe("The client's own new id; the same id again begins nothing twice"),
  personId: id('person').describe('Who is new'),
  path: name.describe('Key of a path of the training rules, of a post he holds'),
  coachId: id('person').describe('Who guides him'),
});
export type BeginPath = z.output<typeof beginPathInput>;

export const nameCoachInput = z.strictObject({ coachId: id('person').describe('Who guides him from now on') });
export const signStepInput = z.strictObject({ step: name.describe('Key of the step') });
export const endPathInput = z.strictObject({ why });

export const pathsQuery = z.strictObject({
  ...pageQuery,
  department: id('department').optional().describe('Only of this department'),
  person: id('person').optional().describe('Only of this member'),
  coach: id('person').optional().describe('Only those this person coaches'),
  state: z.enum(['walking', 'late', 'complete', 'ended']).optional().describe('Only those that stand so'),
  from: moment.optional().describe('Begun at or after'),
  until: moment.optional().describe('Begun before'),
});
export type PathsQuery = z.output<typeof pathsQuery>;

export const assessInput = z.strictObject({
  id: id('skill_mastery').optional().describe("The client's own new id; the same id again says nothing twice"),
  personId: id('person').describe('Whose mastery it is'),
  skill: name.describe('Key of a skill of the training rules'),
  level: z.number().int().min(1).max(6).describe('The level reached; 1 is the lowest'),
  day: day.describe('On which day it was seen, not later than today'),
  remark: remark.describe('By what it was seen'),
});
export type Assess = z.output<typeof assessInput>;

export const masteryQuery = z.strictObject({
  ...pageQuery,
  person: id('person').optional().describe('Only of this person'),
  skill: name.optional().describe('Only of this skill'),
  department: id('department').optional().describe('Only of this department'),
  from: day.optional().describe('Seen on this day or later'),
  until: day.optional().describe('Seen before this day'),
});
export type MasteryQuery = z.output<typeof masteryQuery>;

export const changeRulesInput = z.strictObject({
  why: line.describe('Why they are changed; kept with the version'),
  seen: z.number().int().min(0).describe('The version it was made on'),
  rules: trainingRulesShape.describe('All of them'),
});
export type ChangeRules = z.output<typeof changeRulesInput>;
