import { timingSafeEqual } from 'node:crypto';

/** Whether both are the same; how long it takes tells nothing but their lengths. */
export function isSame(one: string | Buffer, other: string | Buffer): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
