import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { LeaveState, MarkSort, Presence } from './attendance.ts';
import type { MonthLine } from './month.ts';

/** One person's work on one day: planned, told, and what came of it. */
export type ShiftTable = {
  id: Id<'shift'>;
  centre_id: Id<'centre'>;
  /** Of the person's own post when it was planned. */
  department_id: Id<'department'> | null;
  person_id: Id<'person'>;
  /** YYYY-MM-DD on which it begins, where the centre stands. */
  day: string;
  from_at: Instant;
  /** May lie on the next day. */
  until_at: Instant;
  presence: Presence;
  before_minutes: number;
  /** What of it is due after leave and absence; null: nothing. */
  due_from: Instant | null;
  due_until: Instant | null;
  away_minutes: Generated<number>;
  /** A kind of leave, or `reported`. */
  away_as: string | null;
  in_at: Instant | null;
  out_at: Instant | null;
  made_by_id: Id<'person'>;
  made_at: Instant;
  /** null: a draft that only those see who plan. */
  published_at: Instant | null;
  ended_at: Instant | null;
  ended_by_id: Id<'person'> | null;
  ended_because: string | null;
};

export type AttendanceMarkTable = {
  id: Id<'attendance_mark'>;
  shift_id: Id<'shift'>;
  no: number;
  sort: MarkSort;
  /** null: struck out. */
  at: Instant | null;
  /** What held before. */
  former: Instant | null;
  by_id: Id<'person'>;
  recorded_at: Instant;
  /** null: said by himself, at the moment. */
  why: string | null;
};

export type LeaveRequestTable = {
  id: Id<'leave_request'>;
  centre_id: Id<'centre'>;
  department_id: Id<'department'> | null;
  person_id: Id<'person'>;
  kind: string;
  from_at: Instant;
  until_at: Instant;
  reason: string;
  successor_id: Id<'person'> | null;
  asked_at: Instant;
  state: LeaveState;
  decided_at: Instant | null;
  decided_by_id: Id<'person'> | null;
  remark: Generated<string>;
  /** The absence that it became, where it was not over already. */
  absence_id: Id<'absence'> | null;
};

export type AttendanceMonthTable = {
  id: Id<'attendance_month'>;
  centre_id: Id<'centre'>;
  begins: string;
  /** First day of the month after. */
  ends: string;
  reviewed_at: Instant | null;
  reviewed_by_id: Id<'person'> | null;
  remark: Generated<string>;
  /** As it was reviewed; null: computed. */
  lines: Json<MonthLine[]> | null;
};

export type AttendanceReopeningTable = {
  month_id: Id<'attendance_month'>;
  no: number;
  reviewed_at: Instant;
  reviewed_by_id: Id<'person'>;
  by_id: Id<'person'>;
  at: Instant;
  why: string;
};
