import { sql } from 'kysely';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { readStaff } from '../../organisation/staff.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS, whyNotDraft, whyNotWithdraw } from '../document.ts';
import type { DocumentRow } from '../facts.ts';
import { lockDocument } from '../facts.ts';

/** A draft is passed to a post that reviews it and owes its word from now on (DOCS-01). */
export async function sendToReview(
  context: Context,
  id: Id<'document'>,
  { postId }: { postId: Id<'post'> },
): Promise<void> {
  const document = await lockDocument(context, id);
  orRefuse(whyNotDraft(document, context.actor));
  const post = (await readStaff(context)).posts.get(postId);
  if (!post?.rights['document.approve']) throw new Invalid('document.post_reviews_none', { path: 'postId' });
  await sql`
    insert into document_review (document_id, no, post_id, sent_by_id, sent_at)
    select ${id}, coalesce(max(no), 0) + 1, ${postId}::uuid, ${actingPerson(context)}, ${context.now}
    from document_review where document_id = ${id}`.execute(context.tx);
  await context.tx.updateTable('document').set({ state: 'in_review' }).where('id', '=', id).execute();
  await oweWord(context, document, postId, post.departmentId);
  await record(context, { subject: { type: 'document', id }, type: 'document.sent_to_review', data: { post: postId } });
}

async function oweWord(
  context: Context,
  { id, centre_id: centreId }: DocumentRow,
  postId: Id<'post'>,
  departmentId: Id<'department'> | null,
): Promise<void> {
  const { limits } = await settingsOf(context);
  const limit = limits.reviewDocument ?? limits.verifyNotice;
  const where = { centreId, departmentId };
  await startCommitments(context, [
    {
      kind: OWED_AS.review,
      subject: { type: 'document', id },
      ticketId: null,
      ownerId: null,
      postId,
      ...where,
      calendarId: await calendarFor(context.tx, limit.calendar, where),
      limit,
      startedAt: context.now,
    },
  ]);
}

/** Whoever wrote it wants it no more: nobody owes a word on it. It stays in the register as withdrawn. */
export async function withdrawDraft(context: Context, id: Id<'document'>): Promise<void> {
  orRefuse(whyNotWithdraw(await lockDocument(context, id), context.actor));
  await context.tx.updateTable('document').set({ state: 'withdrawn' }).where('id', '=', id).execute();
  await cancelCommitments(context, { subjectId: id, kinds: [OWED_AS.review], reason: 'withdrawn' });
  await record(context, { subject: { type: 'document', id }, type: 'document.withdrawn' });
}
