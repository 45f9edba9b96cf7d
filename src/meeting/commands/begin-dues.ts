import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { FOOT } from '../../commitment/rule.ts';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import type { Instant } from '../../kernel/time.ts';
import { periodOf } from '../../kernel/working-time/period.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { centres } from '../../organisation/house.ts';
import { holdersOf } from '../../organisation/queries.ts';
import type { StaffPost } from '../../organisation/staff.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { meetingSorts, postCalling } from '../facts.ts';
import { OWED_AS } from '../meeting.ts';
import type { MeetingSort } from '../sort.ts';

type Period = { begins: string; from: Instant; until: Instant };

/** The regular meetings owed for the periods that run now (MEET-01); begun already, each stays as it is. */
export async function beginCurrentMeetings(context: Context): Promise<void> {
  for (const sort of await meetingSorts(context)) await beginDue(context, sort, context.now);
}

/** The periods after these: each as it comes, so that none is skipped, after an outage neither. */
export async function beginMeetingsAfter(context: Context, dues: readonly Id<'meeting_due'>[]): Promise<void> {
  if (dues.length === 0) return;
  const rows = await context.tx
    .selectFrom('meeting_due')
    .select(['sort', 'until_at'])
    .where('id', 'in', dues)
    .where('dropped_at', 'is', null)
    .execute();
  const sorts = await meetingSorts(context);
  for (const { sort, until_at: next } of rows) {
    const declared = sorts.find(({ key }) => key === sort);
    if (declared) await beginDue(context, declared, next);
  }
}

async function beginDue(context: Context, sort: MeetingSort, moment: Instant): Promise<void> {
  const post = await postCalling(context, sort);
  if (!post || sort.every === null) return;
  const { zone } = (await centres(context)).get(post.centreId)!;
  const period = periodOf(sort.every, zone, moment);
  const id = newId<'meeting_due'>(context.now);
  const fresh = await context.tx
    .insertInto('meeting_due')
    .values({
      id,
      sort: sort.key,
      sort_name: json(sort.name),
      centre_id: post.centreId,
      department_id: sort.of === 'department' ? post.departmentId : null,
      post_id: post.id,
      every: sort.every,
      begins: period.begins,
      from_at: period.from,
      until_at: period.until,
      meeting_id: null,
      dropped_at: null,
    })
    .onConflict((conflict) => conflict.columns(['sort', 'every', 'begins']).where('dropped_at', 'is', null).doNothing())
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) === 0) return;
  await owe(context, id, sort, post, period);
}

/** Owed from the first day of its period; at its foot the period after is begun, so that it is seen coming. */
async function owe(
  context: Context,
  id: Id<'meeting_due'>,
  sort: MeetingSort,
  post: StaffPost,
  period: Period,
): Promise<void> {
  const [holder] = await holdersOf(context, { postId: post.id });
  const { centreId, departmentId } = post;
  await startCommitments(context, [
    {
      kind: OWED_AS.meeting,
      subject: { type: 'meeting_due', id },
      ticketId: null,
      ownerId: holder ?? null,
      postId: post.id,
      departmentId,
      centreId,
      calendarId: await calendarFor(context.tx, 'reception', { centreId, departmentId }),
      limit: { dueAt: period.until, ladder: [FOOT, ...sort.ladder] },
      startedAt: period.from,
    },
  ]);
  const data = { sort: sort.key, begins: period.begins };
  await record(context, { subject: { type: 'meeting_due', id }, type: 'meeting.owed', data });
}

/**
 * The settings may declare other meetings now: what is owed of a sort that is gone, or is held at another interval, is owed no more;
 * what is over without one stays missed.
 */
export async function followMeetingSorts(context: Context): Promise<void> {
  const { tx, now } = context;
  const sorts = await meetingSorts(context);
  const running = await tx
    .selectFrom('meeting_due')
    .select(['id', 'sort', 'every', 'post_id'])
    .where('meeting_id', 'is', null)
    .where('dropped_at', 'is', null)
    .where('until_at', '>', now)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  for (const row of running) {
    const sort = sorts.find(({ key }) => key === row.sort);
    const post = sort && (await postCalling(context, sort));
    if (sort?.every === row.every && post?.id === row.post_id) continue;
    await tx.updateTable('meeting_due').set({ dropped_at: now }).where('id', '=', row.id).execute();
    await cancelCommitments(context, { subjectId: row.id, kinds: [OWED_AS.meeting], reason: 'plan_changed' });
    await record(context, { subject: { type: 'meeting_due', id: row.id }, type: 'meeting.not_owed' });
  }
  await beginCurrentMeetings(context);
}
