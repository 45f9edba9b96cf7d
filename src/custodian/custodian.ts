import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';

/** Who is proposed to somebody: customers whom nobody has, or everybody anew. */
export const WHOM = ['without', 'all'] as const;
export type Whom = (typeof WHOM)[number];

/** How it came that a customer is somebody's no more. */
export const ENDED_AS = ['passed_on', 'taken_away', 'undone', 'left', 'erased'] as const;
export type EndedAs = (typeof ENDED_AS)[number];

export const CONTACT_SORTS = ['first', 'regular'] as const;
export type ContactSort = (typeof CONTACT_SORTS)[number];

export const CONTACT_STATES = ['open', 'late', 'kept', 'missed', 'dropped'] as const;
export type ContactState = (typeof CONTACT_STATES)[number];

/** As what a contact is owed. */
export const OWED_AS: Record<ContactSort, string> = { first: 'contact_assigned', regular: 'contact_regular' };

/** So many customers in one act: others are given in the next. */
export const MOST_AT_ONCE = 500;

/** What somebody can take of whom nothing was said. */
export const USUAL_PERCENT = 100;

/** It is the responsible specialist's own to make and to record. */
export function whyNotYours(owed: { person_id: string }, personId: string | null): Refusal | null {
  return owed.person_id === personId ? null : refusal('custodian.not_yours');
}

/** It is made once, and not any more where it is owed no more. */
export function whyNotContact(owed: { done_at: Instant | null; dropped_at: Instant | null }): Refusal | null {
  if (owed.done_at !== null) return refusal('custodian.contact_done');
  return owed.dropped_at === null ? null : refusal('custodian.contact_dropped');
}

export function whyNotUndo(distribution: { undone_at: Instant | null }): Refusal | null {
  return distribution.undone_at === null ? null : refusal('custodian.undone');
}

type Standing = { done_at: Instant | null; dropped_at: Instant | null; due_at: Instant; outcome: string | null };

/** How an owed contact stands: kept or missed by when it was made, late by itself once its time has passed. */
export function contactState({ done_at, dropped_at, due_at, outcome }: Standing, now: Instant): ContactState {
  if (done_at !== null) return outcome === 'late' ? 'missed' : 'kept';
  if (dropped_at !== null) return 'dropped';
  return now > due_at ? 'late' : 'open';
}
