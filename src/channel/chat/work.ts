import { createHash, createHmac } from 'node:crypto';
import { isSame } from '../../kernel/is-same.ts';
import type { Instant } from '../../kernel/time.ts';
import { epochOf, MINUTE } from '../../kernel/time.ts';

/**
 * Proof of work, as hashcash has it: whoever begins a chat finds a number so that sha-256 of `token:about:number` begins with so many
 * zero bits. About 4,000 tries for an ordinary visitor (a blink), four times as many for every three chats that the same address
 * has just begun. `about` is his first message: what was solved is good for it alone, so nothing need be kept of it.
 */
const ORDINARY = 12;
const HARDEST = 22;
/** So many begun by one address in a quarter of an hour raise it by a step. */
const A_STEP = 3;
const STEP_BITS = 2;
const LASTS = 10 * MINUTE;

export type Asked = { token: string; bits: number };

export function bitsFor(begunByAddress: number): number {
  return Math.min(HARDEST, ORDINARY + Math.floor(begunByAddress / A_STEP) * STEP_BITS);
}

/** What is to be solved; the token says itself how hard it is and until when it is good. */
export function askWork(key: Buffer, now: Instant, bits: number, salt: string): Asked {
  const said = `${epochOf(now) + LASTS}.${bits}.${salt}`;
  return { token: `${said}.${mark(key, said)}`, bits };
}

/** Whether it was asked by us, is still good, and is solved for this message. */
export function isSolved(key: Buffer, now: Instant, work: { token: string; number: number }, about: string): boolean {
  const at = work.token.lastIndexOf('.');
  const said = work.token.slice(0, Math.max(0, at));
  const [until, bits] = said.split('.').map(Number);
  if (!isSame(mark(key, said), work.token.slice(at + 1))) return false;
  if (until === undefined || bits === undefined || until < epochOf(now)) return false;
  return zeroBits(createHash('sha256').update(`${work.token}:${about}:${work.number}`).digest()) >= bits;
}

/** How many bits it begins with are zero. */
export function zeroBits(digest: Uint8Array): number {
  const first = digest.findIndex((byte) => byte !== 0);
  return first < 0 ? digest.length * 8 : first * 8 + Math.clz32(digest[first]!) - 24;
}

function mark(key: Buffer, said: string): string {
  return createHmac('sha256', key).update(said).digest('base64url');
}
