import { randomFillSync } from 'node:crypto';
import type { Instant } from './time.ts';
import { epochOf } from './time.ts';

/** An identifier that cannot be mistaken for another thing's: `Id<'ticket'>` is not `Id<'person'>`. */
export type Id<Thing extends string> = string & { readonly __thing: Thing };

const pool = new Uint8Array(16 * 256);
let used = pool.length;

/** Ten random bytes, drawn from a pool because one system call an id costs more than the id. */
function randomBytes(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 16;
  return pool.subarray(used - 16, used);
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A UUIDv7 (RFC 9562): the moment in the first 48 bits, so that rows written together stand together in an index.
 * Its order is not commit order: nothing may read "all after the last id".
 */
export function newId<Thing extends string>(now: Instant): Id<Thing> {
  const time = epochOf(now).toString(16).padStart(12, '0');
  const bytes = randomBytes();
  bytes[0] = (bytes[0]! & 0x0f) | 0x70;
  bytes[2] = (bytes[2]! & 0x3f) | 0x80;
  let tail = '';
  for (let at = 0; at < 10; at += 1) tail += hex[bytes[at]!]!;
  return `${time.slice(0, 8)}-${time.slice(8)}-${tail.slice(0, 4)}-${tail.slice(4, 8)}-${tail.slice(8)}` as Id<Thing>;
}
