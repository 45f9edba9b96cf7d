import type { CommitmentClimb } from '../commitment/fire.ts';
import type { Id } from '../kernel/id.ts';
import type { Context, Reaction } from '../platform/context.ts';
import { beginCurrentReview, beginReviewsAfter } from '../token-review/commands/begin-reviews.ts';

/** Tokens are looked at from the first quarter on. */
export const beginFirstReview: Reaction = (context) => beginCurrentReview(context);

/** The foot of a review's ladder stands at the end of its quarter: there the one after begins, once. */
export async function beginFollowingReviews(context: Context, climbs: readonly CommitmentClimb[]): Promise<void> {
  const over = climbs.filter(({ commitment, number }) => commitment.subject_type === 'token_review' && number === 1);
  await beginReviewsAfter(
    context,
    over.map(({ commitment }) => commitment.subject_id as Id<'token_review'>),
  );
}
