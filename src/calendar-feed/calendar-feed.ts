import type { Actor } from '../organisation/can.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { DAY, MINUTE } from '../kernel/time.ts';

/** From so long ago until so far ahead; what was cancelled is said for as long as it would still be in sight. */
export const WINDOW = { back: 14 * DAY, ahead: 180 * DAY };

/** A promise is due at a moment; it is shown as the half hour before. */
export const SHOWN_BEFORE = 30 * MINUTE;

/** The departments whose head somebody is, or stands in for just now. */
export function departmentsHeaded(actor: Actor): string[] {
  const found = actor.posts.filter(({ role }) => role === 'department_head').flatMap((post) => post.departmentId ?? []);
  return [...new Set(found)];
}

export function whyNotFeed(actor: Actor, departmentId: string | null): Refusal | null {
  if (departmentId === null || departmentsHeaded(actor).includes(departmentId)) return null;
  return refusal('calendar_feed.not_its_head');
}
