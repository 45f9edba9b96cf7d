import type { Actor } from '../organisation/can.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { Forbidden, refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, plus } from '../kernel/time.ts';

/** A one-time code that nobody used is worth nothing after a day. */
export const CODE_LIFE = DAY;

/** A personal token lives a year at most: what nobody looks at for that long is forgotten, not needed. */
const LONGEST_TOKEN = 366 * DAY;
export const MOST_TOKENS = 50;

/** Passwords, tokens and sessions are a person's own affair: a token that could make tokens would have no limits. */
export function withOwnHands(actor: Actor): void {
  if (actor.personId === null || actor.only) throw new Forbidden('token.not_for_this');
}

export function whyNotUntil(expiresAt: Instant, now: Instant): Refusal | null {
  if (expiresAt <= now) return refusal('token.expires_in_past');
  if (expiresAt > plus(now, LONGEST_TOKEN)) return refusal('token.expires_too_late', { days: LONGEST_TOKEN / DAY });
  return null;
}
