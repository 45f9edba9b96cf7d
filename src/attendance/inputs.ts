import { z } from 'zod';
import { dayIn, monthIn, id, line, moment, pageQuery } from '../platform/http/shapes.ts';
import { LEAVE_STATES, MARKS, PRESENCES } from './attendance.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const day = dayIn;
const own = "The client's own new id; the same id again does nothing twice";

export const rotaQuery = z.strictObject({
  week: day.optional().describe('Any day of the week, YYYY-MM-DD; left out: this week'),
  department: id('department').optional().describe('Only this department; left out: all that the caller sees'),
});
export type RotaQuery = z.output<typeof rotaQuery>;

export const planShiftInput = z.strictObject({
  id: id('shift').describe(own),
  personId: id('person').describe('Who works'),
  day: day.describe('On which day it begins, YYYY-MM-DD'),
  from: time.describe('When it begins, where the centre stands: 08:30'),
  to: z
    .union([time, z.literal('24:00')])
    .describe('When it ends; not after `from`: on the next day; 24:00 is midnight'),
  presence: z.enum(PRESENCES).default('on_site').describe('online: he is to be on duty at his screen'),
});
export type PlanShift = z.output<typeof planShiftInput>;

export const takeOutInput = z.strictObject({
  why: line.optional().describe('Why; needed of a shift that has been published'),
});
export type TakeOut = z.output<typeof takeOutInput>;

export const weekInput = z.strictObject({
  week: day.describe('Any day of the week, YYYY-MM-DD'),
  departmentId: id('department').optional().describe('Only this department; left out: all that the caller plans'),
});
export type Week = z.output<typeof weekInput>;

export const copyInput = z.strictObject({
  ...weekInput.shape,
  to: day.describe('Any day of the week that it is copied into'),
});
export type CopyWeek = z.output<typeof copyInput>;

export const clockInput = z.strictObject({
  sort: z.enum(MARKS).describe('in: has come; out: goes. The time is the server’s'),
});
export type ClockInput = z.output<typeof clockInput>;

export const markInput = z.strictObject({
  sort: z.enum(MARKS).describe('in: came; out: went'),
  at: moment.nullable().describe('When; null: what was recorded is struck out'),
  why: line.describe('Why it is recorded for him, or corrected'),
});
export type MarkInput = z.output<typeof markInput>;

export const FAULTS = ['late', 'early', 'missing', 'no_out', 'away'] as const;

export const attendanceQuery = z.strictObject({
  ...pageQuery,
  person: id('person').optional().describe('Only this person'),
  department: id('department').optional().describe('Only this department'),
  from: moment.optional().describe('Shifts that begin at or after'),
  until: moment.optional().describe('Shifts that begin before'),
  only: z
    .enum(FAULTS)
    .optional()
    .describe('Only those who came late, left early, were missing, did not sign out, or were on leave'),
});
export type AttendanceQuery = z.output<typeof attendanceQuery>;

export const askLeaveInput = z.strictObject({
  id: id('leave_request').describe(own),
  kind: z.string().max(60).describe('Key of a kind of leave of the house'),
  from: moment.describe('From when on'),
  until: moment.describe('When it ends'),
  reason: line.describe('Why'),
  successorId: id('person').optional().describe('Who takes over what is open'),
});
export type AskLeave = z.output<typeof askLeaveInput>;

export const decideLeaveInput = z.strictObject({
  approved: z.boolean().describe('false: refused'),
  remark: z.string().trim().max(2_000).default('').describe('Said with it; needed where it is refused'),
});
export type DecideLeave = z.output<typeof decideLeaveInput>;

export const leavesQuery = z.strictObject({
  ...pageQuery,
  person: id('person').optional().describe('Only of this person'),
  state: z.enum(LEAVE_STATES).optional().describe('Only those that stand so'),
  kind: z.string().max(60).optional().describe('Only of this kind'),
  from: moment.optional().describe('That end after this moment'),
  until: moment.optional().describe('That begin before this moment'),
});
export type LeavesQuery = z.output<typeof leavesQuery>;

export const monthQuery = z.strictObject({
  month: monthIn.optional().describe('YYYY-MM; left out: this month'),
});
export type MonthQuery = z.output<typeof monthQuery>;

export const reviewInput = z.strictObject({
  remark: z.string().trim().max(2_000).default('').describe('What was found; may be empty'),
});
export const reopenInput = z.strictObject({ why: line.describe('Why it is looked at again') });
