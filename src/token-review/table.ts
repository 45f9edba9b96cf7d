import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Right } from '../organisation/rights.ts';
import type { Answer } from './token-review.ts';

export type TokenReviewTable = {
  id: Id<'token_review'>;
  /** Where the post stands that owes it. */
  centre_id: Id<'centre'>;
  /** First day of its quarter, YYYY-MM-DD. */
  begins: string;
  from_at: Instant;
  until_at: Instant;
  remarks: string | null;
  completed_at: Instant | null;
  completed_by_id: Id<'person'> | null;
};

/** What was decided of a token, and what it was then. */
export type TokenReviewAnswerTable = {
  review_id: Id<'token_review'>;
  /** Of a token that may be gone by now. */
  token_id: Id<'token'>;
  person_id: Id<'person'>;
  name: string;
  rights: Right[];
  made_at: Instant;
  expires_at: Instant;
  last_used_at: Instant | null;
  answer: Answer;
  by_id: Id<'person'>;
  at: Instant;
};
