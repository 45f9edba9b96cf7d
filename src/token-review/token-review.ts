import type { Ladder } from '../commitment/rule.ts';
import { FOOT } from '../commitment/rule.ts';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Period } from '../kernel/working-time/period.ts';

/** What becomes of a token that was looked at. */
export const ANSWERS = ['kept', 'ended'] as const;
export type Answer = (typeof ANSWERS)[number];

export type Quarter = Period<'quarter'>;

/** What is owed, as a commitment. */
export const OWED_AS = 'token_review';

/**
 * The foot stands where the quarter is over: whoever climbs it begins the review after. Then the one who owes it hears at half
 * the time and at its end, and after it those above.
 */
export const LADDER: Ladder = [
  FOOT,
  { at: { share: 0.5 }, do: 'warn', to: 'owner' },
  { at: { share: 1 }, do: 'warn', to: 'owner' },
  { at: { after: 'P1D', basis: 'clock' }, do: 'warn', to: 'centre_manager' },
  { at: { after: 'P7D', basis: 'clock' }, do: 'warn', to: 'company_leader' },
];

type Standing = { completed_at: Instant | null; until_at: Instant };
type Owed = { ownerId: Id<'person'> | null; postId: Id<'post'> | null };
type Reviewer = { personId: Id<'person'> | null; posts: readonly { id: Id<'post'> }[] };

/** Tokens may be looked at through the whole quarter; what was completed is never changed. */
export function whyNotAnswer(review: Standing): Refusal | null {
  return review.completed_at === null ? null : refusal('token_review.completed');
}

/** Completed once, after its quarter, with every token answered, by whoever owes it or acts in the post that does. */
export function whyNotComplete(
  review: Standing,
  owed: Owed,
  reviewer: Reviewer,
  { now, unanswered }: { now: Instant; unanswered: number },
): Refusal | null {
  if (review.completed_at !== null) return refusal('token_review.completed');
  const owes = owed.ownerId === reviewer.personId || reviewer.posts.some((post) => post.id === owed.postId);
  const nobodys = owed.ownerId === null && owed.postId === null;
  if (!owes && !nobodys) return refusal('token_review.not_yours');
  if (now < review.until_at) return refusal('token_review.quarter_not_over');
  return unanswered > 0 ? refusal('token_review.unanswered', { count: unanswered }) : null;
}
