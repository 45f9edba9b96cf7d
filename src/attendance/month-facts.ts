import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import { rulesOf } from './facts.ts';
import type { MonthLine } from './month.ts';
import { monthLines } from './month.ts';
import { reckonedRows } from './reckoned.ts';
import type { AttendanceMonthTable } from './table.ts';

export type Month = Selectable<AttendanceMonthTable>;

export async function lockMonth({ tx }: Context, id: Id<'attendance_month'>): Promise<Month> {
  const found = await tx
    .selectFrom('attendance_month')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!found) throw new NotFound('attendance.month_unknown');
  return found;
}

/** An act of the post that keeps attendance, and of no other (WFRC-02). */
export function whyNotKeepMonth({ actor }: Context, { centre_id: centreId }: Pick<Month, 'centre_id'>): Refusal | null {
  return can(actor, 'attendance.keep', { people: [], departments: [], centreId });
}

/** As it was reviewed; else computed from shifts and marks as they stand. */
export async function linesOf(context: Context, month: Month): Promise<MonthLine[]> {
  if (month.lines !== null) return month.lines as MonthLine[];
  const { overtimeFromMinutes } = await rulesOf(context);
  const where = sql`s.centre_id = ${month.centre_id} and s.day >= ${month.begins} and s.day < ${month.ends}
    and s.published_at is not null and s.ended_at is null`;
  const rows = await reckonedRows(context, where, { order: sql`s.person_id, s.from_at`, most: null });
  return monthLines(
    rows.map(({ shift, reckoned }) => ({
      personId: shift.person_id,
      departmentId: shift.department_id,
      from: shift.from_at,
      until: shift.until_at,
      awayMinutes: shift.away_minutes,
      awayAs: shift.away_as,
      reckoned,
    })),
    overtimeFromMinutes,
  );
}
