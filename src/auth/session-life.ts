import type { Instant } from '../kernel/time.ts';
import { between, DAY, earlier, HOUR, plus } from '../kernel/time.ts';

/** A session ends after a week unused, and after thirty days in any case. */
export const UNUSED = 7 * DAY;
export const AT_MOST = 30 * DAY;

/** Use is noted once an hour: a look-up stays a read. */
const NOTED_EVERY = HOUR;

export function firstExpiry(now: Instant): Instant {
  return plus(now, UNUSED);
}

/** When a session used now expires, or null where noting that can wait. */
export function expiryAfterUse(session: { created_at: Instant; updated_at: Instant }, now: Instant): Instant | null {
  if (between(session.updated_at, now) < NOTED_EVERY) return null;
  return earlier(plus(now, UNUSED), plus(session.created_at, AT_MOST));
}
