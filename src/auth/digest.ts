import { createHash, randomBytes, randomInt } from 'node:crypto';

/** What is kept of a secret that is long and random: enough to know it again, useless to whoever reads it. */
export function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** 256 random bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

const TOKEN = /^hy_[A-Za-z0-9_-]{43}$/;

/** A personal token; its beginning lets scanners of leaked secrets know it. */
export function newToken(): string {
  return `hy_${newSecret()}`;
}

export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

/** No I, L, O, U: a code is said on the phone. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A one-time code, `K7QF-2M9X-R0TB`: 60 random bits, so its plain digest resists guessing for the day it lives. */
export function newCode(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `${group()}-${group()}-${group()}`;
}

/** The code as it was made, however it was typed: small letters, no dashes, O for 0, I or L for 1. */
export function readCode(typed: string): string {
  const letters = typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '');
  return letters.replaceAll(/(.{4})(?=.)/g, '$1-');
}
