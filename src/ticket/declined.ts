import type { Ladder } from '../commitment/rule.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

/** What somebody owes once a request was declined: to look whether it was rightly so (RECP-15). */
export const REVIEW_OWED = 'review_declined';

export const DECLINED_STATES = ['open', 'confirmed', 'sent_back', 'lapsed'] as const;
export type DeclinedState = (typeof DECLINED_STATES)[number];

export type Declined = {
  verdict: 'confirmed' | 'sent_back' | null;
  lapsed_at: unknown;
  by_id: string | null;
  reviewer_id: string | null;
};

export function stateOfDeclined({ verdict, lapsed_at }: Pick<Declined, 'verdict' | 'lapsed_at'>): DeclinedState {
  return verdict ?? (lapsed_at === null ? 'open' : 'lapsed');
}

const REVIEW: readonly string[] = [
  'supervisor',
  'department_head',
  'centre_manager',
  'office_head',
  'deputy_general_manager',
  'company_leader',
];

type Who = { personId: string | null; roles: readonly string[]; handle: Refusal | null };

/** Whoever was asked, or whoever supervises and may handle the matter; nobody reviews what he declined himself. */
export function whyNotReview(declined: Declined | undefined, { personId, roles, handle }: Who): Refusal | null {
  if (!declined || stateOfDeclined(declined) !== 'open') return refusal('ticket.nothing_declined');
  if (declined.by_id === personId) return refusal('ticket.declined_by_you');
  if (declined.reviewer_id === personId) return null;
  return roles.some((role) => REVIEW.includes(role)) ? handle : refusal('ticket.supervisor_reviews');
}

/** Where the house has set no limit: two working days, then those above hear. */
export const REVIEW_LADDER: Ladder = [
  { at: { share: 0.8 }, do: 'warn', to: 'owner' },
  { at: { share: 1 }, do: 'warn', to: 'supervisor' },
  { at: { after: 'P1D', basis: 'working' }, do: 'warn', to: 'centre_manager' },
];
