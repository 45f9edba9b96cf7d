import { createHmac, randomBytes } from 'node:crypto';
import type { Instant } from '../kernel/time.ts';
import { epochOf, SECOND } from '../kernel/time.ts';

/** RFC 6238 as every authenticator app knows it: SHA-1, six digits, half a minute. */
const STEP = 30 * SECOND;
const DIGITS = 6;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A clock half a minute off, or slow fingers, still get in. */
const TOLERATED = 1;

/** 160 random bits in base32, as RFC 4226 recommends. */
export function newTotpSecret(): string {
  return base32(randomBytes(20));
}

/** Which half minute a moment lies in, counted since 1970. */
export function stepAt(now: Instant): number {
  return Math.floor(epochOf(now) / STEP);
}

export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const at = mac.at(-1)! & 0x0f;
  const number = (mac.readUInt32BE(at) & 0x7fff_ffff) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, '0');
}

/**
 * The half minute whose code this is, out of the present one and its neighbours, and later than the last one taken; null
 * for any other code, so that one that was seen over a shoulder opens nothing a second time.
 */
export function stepOf(secret: string, typed: string, now: Instant, lastStep: number): number | null {
  const code = typed.replaceAll(/\s/g, '');
  const present = stepAt(now);
  for (let step = present - TOLERATED; step <= present + TOLERATED; step += 1)
    if (step > lastStep && codeAt(secret, step) === code) return step;
  return null;
}

/** What the square says: `otpauth://totp/Hill:amy?secret=...&issuer=Hill`. */
export function totpAddress(secret: string, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replaceAll(/.{5}/g, (five) => LETTERS[Number.parseInt(five, 2)]!);
}

function bytesOf(secret: string): Buffer {
  const bits = [...secret].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((eight) => Number.parseInt(eight, 2)));
}
