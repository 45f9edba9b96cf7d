import type { Instant } from '../kernel/time.ts';
import { between, DAY, earlier, HOUR, plus } from '../kernel/time.ts';
import type { Security } from './security.ts';
import { FIRST_SECURITY } from './security.ts';

type Limits = Security['sessions'];

/** A cookie is kept as long as any house may keep a session; the session itself knows better. */
export const AT_MOST = 90 * DAY;

/** Use is noted once an hour, or sooner where little is allowed: a look-up stays a read. */
const NOTED_EVERY = HOUR;
const SHARE_NOTED = 8;

export function firstExpiry(now: Instant, limits: Limits = FIRST_SECURITY.sessions): Instant {
  return expiry({ created_at: now }, limits, now);
}

type Session = { created_at: Instant; updated_at: Instant; expires_at: Instant };

/** Whether use of a session is worth noting by now; what it was given for being unused stands in the row itself. */
export function isWorthNoting(session: Session, now: Instant): boolean {
  const given = between(session.updated_at, session.expires_at);
  return between(session.updated_at, now) >= Math.min(NOTED_EVERY, given / SHARE_NOTED);
}

/** When a session used now expires. */
export function expiry(session: { created_at: Instant }, { idleHours, longestDays }: Limits, now: Instant): Instant {
  return earlier(plus(now, idleHours * HOUR), plus(session.created_at, longestDays * DAY));
}
