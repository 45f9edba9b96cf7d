import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, plus } from '../kernel/time.ts';

export const DEALING_WAYS = ['phone', 'visit', 'received', 'letter', 'meeting', 'message'] as const;
export type DealingWay = (typeof DEALING_WAYS)[number];

export const CONTACT_INTERVALS = ['week', 'month', 'quarter', 'year'] as const;
export type ContactInterval = (typeof CONTACT_INTERVALS)[number];

/** What is owed: the next step of a matter by its day, and being in touch with a body now and then. */
export const OWED_AS = { step: 'liaison_step', touch: 'keep_contact' } as const;

/** Counted from the last dealing on, in days: nobody minds which weekday it falls on. */
const DAYS: Record<ContactInterval, number> = { week: 7, month: 30, quarter: 91, year: 365 };

export function touchBy(every: ContactInterval, last: Instant): Instant {
  return plus(last, DAYS[every] * DAY);
}

export function whyNotDeal(matter: { closed_at: Instant | null }): Refusal | null {
  return matter.closed_at === null ? null : refusal('liaison.closed');
}

/** A dealing says what comes next by which day, or that the matter is at its end: never neither, never both. */
export function whyNotGoesOn(said: { next?: unknown; done?: unknown }): Refusal | null {
  return (said.next === undefined) === (said.done === undefined)
    ? refusal('liaison.next_or_done', { path: 'next' })
    : null;
}

/** Whoever deals with somebody of the trade says at the end what was learned. */
export function whyNotEnd(learns: boolean, { lesson }: { lesson: string }): Refusal | null {
  return learns && lesson === '' ? refusal('liaison.lesson_missing', { path: 'done.lesson' }) : null;
}
