import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

/** What becomes of a proposal to amend the house rules (KNOW-04). */
export const DECISIONS = ['adopted', 'partly', 'declined'] as const;
export type Decision = (typeof DECISIONS)[number];

export function whyNotDecide({ decision }: { decision: Decision | null }): Refusal | null {
  return decision === null ? null : refusal('article.amendment_decided');
}
