import type { Id } from '../../src/kernel/id.ts';

let latest = 0;
let within = 0;

/** Ids of one millisecond count upwards, so that the order of ids is the order of making: what waits to be sent relies on it. */
function nextWithin(nowMs: number): number {
  within = nowMs > latest ? 0 : within + 1;
  latest = Math.max(latest, nowMs);
  return within % 0x1000;
}

/**
 * A UUIDv7 made in the browser, so that a thing has its id before it is sent and sending twice makes it once.
 * `crypto.randomUUID` is missing on plain http in a local network, where many centres run; random values are not.
 */
export function newId<Thing extends string>(nowMs: number): Id<Thing> {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const count = nextWithin(nowMs);
  for (let at = 0; at < 6; at += 1) bytes[at] = Math.floor(latest / 256 ** (5 - at)) % 256;
  bytes[6] = (count >> 8) | 0x70;
  bytes[7] = count & 0xff;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Thing>;
}

/** The id that an address gives; nothing where it gives something else. */
export function idIn(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9a-f-]{36}$/i.test(value) ? value : undefined;
}
