import type { Actor } from '../organisation/can.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { Forbidden, refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, plus } from '../kernel/time.ts';

/** A one-time code that nobody used is worth nothing after a day. */
export const CODE_LIFE = DAY;

export const MOST_TOKENS = 50;

/** Passwords, tokens and sessions are a person's own affair: a token that could make tokens would have no limits. */
export function withOwnHands(actor: Actor): void {
  if (actor.personId === null || actor.only) throw new Forbidden('token.not_for_this');
}

/** A token ends by itself: what nobody looks at for so long is forgotten, not needed. */
export function whyNotUntil(expiresAt: Instant, now: Instant, longestDays: number): Refusal | null {
  if (expiresAt <= now) return refusal('token.expires_in_past');
  if (expiresAt > plus(now, longestDays * DAY)) return refusal('token.expires_too_late', { days: longestDays });
  return null;
}

/** Nothing said: a year, or as long as the house allows. */
export function expiryUnlessSaid(now: Instant, longestDays: number): Instant {
  return plus(now, Math.min(365, longestDays) * DAY);
}
