import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';

/** complaint: what customers complained of, on which the department replies (COMP-18); opinion: what an occupier thinks (VISIT-23). */
export const FEEDBACK_SORTS = ['complaint', 'opinion'] as const;
export type FeedbackSort = (typeof FEEDBACK_SORTS)[number];

/** What is owed on it: a reply, or that the person in charge says that he knows. */
export const OWED_ON = { complaint: 'reply_feedback', opinion: 'acknowledge_opinion' } as const;

type Standing = { sort: FeedbackSort; answered_at: Instant | null };

/** It is answered once; to complaints the department says what it does about them. */
export function whyNotAnswer(feedback: Standing, reply: string | null): Refusal | null {
  if (feedback.answered_at !== null) return refusal('feedback.answered');
  return feedback.sort === 'complaint' && reply === '' ? refusal('feedback.reply_missing') : null;
}
