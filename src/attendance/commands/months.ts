import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Limit } from '../../commitment/rule.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { orRefuse, Refused } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { periodAfter, periodOf } from '../../kernel/working-time/period.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { orForbid } from '../../organisation/can.ts';
import { holdersOf } from '../../organisation/queries.ts';
import { readStaff } from '../../organisation/staff.ts';
import { todayIn } from '../../organisation/today.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context, SubjectType } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS } from '../attendance.ts';
import { zoneOf } from '../facts.ts';
import { whyNotReopen, whyNotReview } from '../month.ts';
import { linesOf, lockMonth, whyNotKeepMonth } from '../month-facts.ts';

/** The month in which a shift begins is there, and its review is owed from its end on (WFRC-02); begun already, nothing changes. */
export async function beginMonth(context: Context, centreId: Id<'centre'>, from: Instant): Promise<void> {
  const zone = await zoneOf(context, centreId);
  const month = periodOf('month', zone, from);
  const id = newId<'attendance_month'>(context.now);
  const fresh = await context.tx
    .insertInto('attendance_month')
    .values({
      id,
      centre_id: centreId,
      begins: month.begins,
      ends: periodAfter(month, zone).begins,
      reviewed_at: null,
      reviewed_by_id: null,
      lines: null,
    })
    .onConflict((conflict) => conflict.columns(['centre_id', 'begins']).doNothing())
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) === 0) return;
  await oweReview(context, id, centreId, month.until);
  await record(context, {
    subject: { type: 'attendance_month', id },
    type: 'attendance_month.begun',
    data: { begins: month.begins },
  });
}

async function oweReview(
  context: Context,
  id: Id<'attendance_month'>,
  centreId: Id<'centre'>,
  startedAt: Instant,
): Promise<void> {
  const { limits } = await settingsOf(context);
  const limit = limits.reviewAttendance ?? limits.acceptHandover;
  await oweKeeper(context, { type: 'attendance_month', id }, OWED_AS.review, { centreId, limit, startedAt });
}

type Owed = { centreId: Id<'centre'>; limit: Limit; startedAt: Instant };

/** Owed by the post that keeps attendance at the centre. */
export async function oweKeeper(
  context: Context,
  subject: { type: SubjectType; id: string },
  kind: string,
  { centreId, limit, startedAt }: Owed,
): Promise<void> {
  const open = [...(await readStaff(context)).posts.values()];
  const post = open.find((one) => one.rights['attendance.keep'] !== undefined && one.centreId === centreId);
  const [holder] = post ? await holdersOf(context, { postId: post.id }) : [];
  const where = { centreId, departmentId: post?.departmentId ?? null };
  await startCommitments(context, [
    {
      kind,
      subject,
      ticketId: null,
      ownerId: holder ?? null,
      postId: post?.id,
      ...where,
      calendarId: await calendarFor(context.tx, limit.calendar, where),
      limit,
      startedAt,
    },
  ]);
}

/** Reviewed, dated: the month's lines are kept as they stand now; nothing in it changes until it is opened again. */
export async function reviewMonth(
  context: Context,
  id: Id<'attendance_month'>,
  { remark }: { remark: string },
): Promise<void> {
  const month = await lockMonth(context, id);
  orForbid(whyNotKeepMonth(context, month));
  orRefuse(whyNotReview(month, await todayIn(context, month.centre_id)));
  const lines = await linesOf(context, month);
  await context.tx
    .updateTable('attendance_month')
    .set({ reviewed_at: context.now, reviewed_by_id: actingPerson(context), remark, lines: json(lines) })
    .where('id', '=', id)
    .execute();
  await settleMissing(context, month);
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS.review] });
  await record(context, {
    subject: { type: 'attendance_month', id },
    type: 'attendance_month.reviewed',
    data: { begins: month.begins, people: lines.length },
  });
}

/** Whoever was never there is owed no more: it counts as missed. */
async function settleMissing(context: Context, month: { centre_id: Id<'centre'>; begins: string; ends: string }) {
  const missing = await context.tx
    .selectFrom('shift')
    .select('id')
    .where('centre_id', '=', month.centre_id)
    .where('day', '>=', month.begins)
    .where('day', '<', month.ends)
    .where('ended_at', 'is', null)
    .where('in_at', 'is', null)
    .where('due_from', 'is not', null)
    .execute();
  for (const { id } of missing) await keepCommitments(context, { subjectId: id, kinds: [OWED_AS.there] });
}

/** What wages were computed from does not change once they are closed. */
async function refuseClosedWages({ tx }: Context, id: Id<'attendance_month'>): Promise<void> {
  const closed = await tx
    .selectFrom('wage_table')
    .select('id')
    .where('month_id', '=', id)
    .where('closed_at', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  if (closed) throw new Refused('wage.closed');
}

/** Looked at again: by the same post, with the reason, which stays. */
export async function reopenMonth(
  context: Context,
  id: Id<'attendance_month'>,
  { why }: { why: string },
): Promise<void> {
  const { tx, now } = context;
  const month = await lockMonth(context, id);
  orForbid(whyNotKeepMonth(context, month));
  orRefuse(whyNotReopen(month));
  await refuseClosedWages(context, id);
  const before = await tx
    .selectFrom('attendance_reopening')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('month_id', '=', id)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('attendance_reopening')
    .values({
      month_id: id,
      no: Number(before.n) + 1,
      reviewed_at: month.reviewed_at!,
      reviewed_by_id: month.reviewed_by_id!,
      by_id: actingPerson(context),
      at: now,
      why,
    })
    .execute();
  await tx
    .updateTable('attendance_month')
    .set({ reviewed_at: null, reviewed_by_id: null, lines: null })
    .where('id', '=', id)
    .execute();
  await oweReview(context, id, month.centre_id, now);
  await record(context, {
    subject: { type: 'attendance_month', id },
    type: 'attendance_month.reopened',
    data: { begins: month.begins, reviewedAt: month.reviewed_at },
  });
}
