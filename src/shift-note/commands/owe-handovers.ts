import { rulesOf } from '../../attendance/facts.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Ladder } from '../../commitment/rule.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { HOUR, plus } from '../../kernel/time.ts';
import { periodOf } from '../../kernel/working-time/period.ts';
import { centres } from '../../organisation/house.ts';
import { isOpenOn } from '../../organisation/open-day.ts';
import { holdersOf } from '../../organisation/queries.ts';
import type { StaffPost } from '../../organisation/staff.ts';
import { readStaff } from '../../organisation/staff.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { HANDOVER_OWED_AS } from '../shift-note.ts';

/** Those at the post hear as the day ends, whoever stands over them the next morning. */
const LADDER: Ladder = [
  { at: { share: 1 }, do: 'warn', to: 'owner' },
  { at: { after: 'PT9H', basis: 'clock' }, do: 'warn', to: 'supervisor' },
];
/** It is seen among what one owes towards the end of the day. */
const SEEN_BEFORE = 8 * HOUR;

/** What is owed of the day that runs by every post that hands over daily, where the centre receives; begun already, it stays (WFRC-06). */
export async function oweHandovers(context: Context): Promise<void> {
  const { handoverPosts } = await rulesOf(context);
  for (const post of (await readStaff(context)).posts.values())
    if (handoverPosts.includes(post.key) && (await holdersOf(context, { postId: post.id })).length > 0)
      await oweOf(context, post);
}

async function oweOf(context: Context, post: StaffPost): Promise<void> {
  const { zone, reception_calendar_id: calendarId } = (await centres(context)).get(post.centreId)!;
  const day = periodOf('day', zone, context.now);
  if (!(await isOpenOn(context, calendarId, day))) return;
  const id = newId<'handover_day'>(context.now);
  const fresh = await context.tx
    .insertInto('handover_day')
    .values({
      id,
      centre_id: post.centreId,
      post_id: post.id,
      day: day.begins,
      from_at: day.from,
      note_id: null,
    })
    .onConflict((conflict) => conflict.columns(['post_id', 'day']).doNothing())
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) === 0) return;
  await startCommitments(context, [
    {
      kind: HANDOVER_OWED_AS,
      subject: { type: 'handover_day', id },
      ticketId: null,
      ownerId: null,
      postId: post.id,
      departmentId: post.departmentId,
      centreId: post.centreId,
      calendarId,
      limit: { dueAt: day.until, ladder: LADDER },
      startedAt: plus(day.until, -SEEN_BEFORE),
    },
  ]);
  await record(context, {
    subject: { type: 'handover_day', id },
    type: 'handover_day.owed',
    data: { post: post.id, day: day.begins },
  });
}

/** A note keeps what its post owes of the day; of days that went without one it says so too late. */
export async function keepHandovers(context: Context, postId: Id<'post'>, noteId: Id<'shift_note'>): Promise<void> {
  const open = await context.tx
    .updateTable('handover_day')
    .set({ note_id: noteId })
    .where('post_id', '=', postId)
    .where('note_id', 'is', null)
    .returning('id')
    .execute();
  for (const { id } of open) await keepCommitments(context, { subjectId: id, kinds: [HANDOVER_OWED_AS] });
}
