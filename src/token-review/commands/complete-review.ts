import { orNotForAll } from '../../auth/commands/reach-sign-in.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { owedOn } from '../../commitment/queries.ts';
import { lockReview, unansweredOf } from '../facts.ts';
import type { CompleteReview } from '../inputs.ts';
import { OWED_AS, whyNotComplete } from '../token-review.ts';
import { beginReviewsAfter } from './begin-reviews.ts';

/** Every token has its answer: the review is completed by whoever owes it, and never changed. */
export async function completeReview(
  context: Context,
  id: Id<'token_review'>,
  { remarks }: CompleteReview,
): Promise<void> {
  orNotForAll(context);
  const { tx, now, actor } = context;
  const review = await lockReview(context, id);
  const unanswered = await unansweredOf(context, id);
  orRefuse(whyNotComplete(review, await owedOn(tx, id), actor, { now, unanswered }));
  const ended = await tx
    .selectFrom('token_review_answer')
    .select('token_id')
    .where('review_id', '=', id)
    .where('answer', '=', 'ended')
    .execute();
  await tx
    .updateTable('token_review')
    .set({ completed_at: now, completed_by_id: actingPerson(context), remarks: remarks || null })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS] });
  // the clock has begun it by now, unless this came in before the clock woke
  await beginReviewsAfter(context, [id]);
  await record(context, {
    subject: { type: 'token_review', id },
    type: 'token_review.completed',
    data: { begins: review.begins, ended: ended.map(({ token_id }) => token_id) },
  });
}
