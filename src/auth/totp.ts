import type { Instant } from '../kernel/time.ts';
import { epochOf, SECOND } from '../kernel/time.ts';

/** RFC 6238 as every authenticator app knows it: SHA-1, six digits, half a minute. */
const PERIOD = 30;
const APP = { algorithm: 'SHA1', digits: 6, period: PERIOD };

/** A clock half a minute off, or slow fingers, still get in. */
const TOLERATED = 1;

/** 160 random bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20;

/** Loaded with the first code: an idle server spares it. */
const library = () => import('otpauth');

/** A new secret in base32. */
export async function newTotpSecret(): Promise<string> {
  const { Secret } = await library();
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** Which half minute a moment lies in, counted since 1970. */
export function stepAt(now: Instant): number {
  return Math.floor(epochOf(now) / (PERIOD * SECOND));
}

/** What an app with this secret shows in that half minute. */
export async function codeAt(secret: string, step: number): Promise<string> {
  const { Secret, TOTP } = await library();
  return TOTP.generate({ ...APP, secret: Secret.fromBase32(secret), timestamp: step * PERIOD * SECOND });
}

/**
 * The half minute whose code this is, out of the present one and its neighbours, and later than the last one taken; null
 * for any other code, so that one that was seen over a shoulder opens nothing a second time.
 */
export async function stepOf(secret: string, typed: string, now: Instant, lastStep: number): Promise<number | null> {
  const { Secret, TOTP } = await library();
  const off = TOTP.validate({
    ...APP,
    token: typed.replaceAll(/\s/g, ''),
    secret: Secret.fromBase32(secret),
    timestamp: epochOf(now),
    window: TOLERATED,
  });
  if (off === null) return null;
  const step = stepAt(now) + off;
  return step > lastStep ? step : null;
}

/** What the square says: `otpauth://totp/Hill:amy?issuer=Hill&secret=...`, and the algorithm. */
export async function totpAddress(secret: string, issuer: string, account: string): Promise<string> {
  const { Secret, TOTP } = await library();
  return new TOTP({ ...APP, issuer, label: account, secret: Secret.fromBase32(secret) }).toString();
}
