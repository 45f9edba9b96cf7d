import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Words } from '../kernel/words.ts';
import { untranslated } from '../kernel/words.ts';
import { can, orForbid } from '../organisation/can.ts';
import { departmentNamed, departments, named, personNames } from '../organisation/house.ts';
import { rowsInReach } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { REPORTED, thereBy } from './attendance.ts';
import { rulesOf, thingAt, whyNotKeep, whyNotPlan } from './facts.ts';
import type { AttendanceQuery } from './inputs.ts';
import type { ReckonedShift } from './reckoned.ts';
import { reckonedRows } from './reckoned.ts';
import type { attendanceOut, shiftPageOut, ShiftView } from './view.ts';

const AWAY: Words = { en: 'Reported away', 'zh-hans': '报备缺勤', 'zh-hant': '報備缺勤' };

export async function kindNames(context: Context): Promise<(kind: string) => Words> {
  const { leaveKinds } = await rulesOf(context);
  const names = new Map(leaveKinds.map(({ key, name }) => [key, name]));
  return (kind) => (kind === REPORTED ? AWAY : (names.get(kind) ?? untranslated(kind)));
}

/** Shifts as they are shown, with the names of today. */
export async function shiftViews(context: Context, rows: readonly ReckonedShift[]): Promise<ShiftView[]> {
  const names = await personNames(context);
  const houses = await departments(context);
  const nameOf = await kindNames(context);
  return rows.map(({ shift, reckoned, online }) => ({
    id: shift.id,
    person: named(names, shift.person_id),
    department: departmentNamed(houses, shift.department_id),
    day: shift.day,
    from: shift.from_at,
    until: shift.until_at,
    presence: shift.presence,
    thereBy: thereBy(shift),
    published: shift.published_at !== null,
    ...reckoned,
    inAt: shift.in_at,
    outAt: shift.out_at,
    away: shift.away_as === null ? null : nameOf(shift.away_as),
    awayMinutes: shift.away_minutes,
    onlineSince: online?.since ?? null,
    offlineMinutes: online?.offMinutes ?? 0,
  }));
}

/** One's own, and those that one sees by right. */
export function inReach(context: Context): RawBuilder<unknown> {
  return rowsInReach(context, 'attendance.see', { rows: 's', own: sql`s.person_id = ${context.actor.personId}` });
}

const told = sql`s.published_at is not null and s.ended_at is null`;

/** As `reckon` says it, for lists. */
function only(context: Context): Record<NonNullable<AttendanceQuery['only']>, RawBuilder<unknown>> {
  const now = sql`${context.now}::timestamptz`;
  const by = sql`case when s.due_from = s.from_at then s.due_from - make_interval(mins => s.before_minutes) else s.due_from end`;
  return {
    late: sql`s.in_at > ${by}`,
    early: sql`s.out_at < s.due_until`,
    missing: sql`s.in_at is null and s.due_until <= ${now}`,
    no_out: sql`s.in_at is not null and s.out_at is null and s.until_at + interval '6 hours' <= ${now}`,
    away: sql`s.away_minutes > 0`,
  };
}

/** Attendance shift by shift, the newest first: planned against what came of it (WFRC-01, WFRC-03). */
export async function listAttendance(context: Context, query: AttendanceQuery): Promise<z.input<typeof attendanceOut>> {
  const wanted = [told, inReach(context)];
  if (query.person) wanted.push(sql`s.person_id = ${query.person}`);
  if (query.department) wanted.push(sql`s.department_id = ${query.department}`);
  if (query.from) wanted.push(sql`s.from_at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`s.from_at < ${query.until}::timestamptz`);
  if (query.only) wanted.push(only(context)[query.only]);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(s.from_at, s.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const order = sql`s.from_at desc, s.id desc`;
  const rows = await reckonedRows(context, sql.join(wanted, sql` and `), { order, most: query.limit + 1 });
  const found = page(
    rows,
    query.limit,
    (row) => row,
    ({ shift }) => cursorOf(shift.from_at, shift.id),
  );
  return { items: await shiftViews(context, found.items), next: found.next };
}

/** One shift with each mark and each correction of it. */
export async function shiftPage(context: Context, id: Id<'shift'>): Promise<z.input<typeof shiftPageOut>> {
  const [row] = await reckonedRows(context, sql`s.id = ${id} and s.ended_at is null`, { order: sql`s.id`, most: 1 });
  if (!row) throw new NotFound('shift.unknown');
  const { shift } = row;
  orForbid(can(context.actor, 'attendance.see', thingAt(shift)));
  if (shift.published_at === null) orForbid(whyNotPlan(context, shift));
  const marks = await context.tx
    .selectFrom('attendance_mark')
    .selectAll()
    .where('shift_id', '=', id)
    .orderBy('no')
    .execute();
  const names = await personNames(context);
  const [view] = await shiftViews(context, [row]);
  return {
    ...view!,
    madeBy: named(names, shift.made_by_id),
    madeAt: shift.made_at,
    publishedAt: shift.published_at,
    marks: marks.map((mark) => ({
      sort: mark.sort,
      at: mark.at,
      former: mark.former,
      by: named(names, mark.by_id),
      recordedAt: mark.recorded_at,
      why: mark.why,
    })),
    can: { keep: whyNotKeep(context, shift), take_out: whyNotPlan(context, shift) },
  };
}
