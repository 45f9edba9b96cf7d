import type { Refusal } from '../../kernel/refusal.ts';
import { refusal } from '../../kernel/refusal.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether what is said at an address can be believed: over https, or without leaving this machine. */
export function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
}

/** Why this cannot be an issuer: no address, a part of one it may not have, or one that anybody on the way could read. */
export function whyNotIssuer(issuer: string): Refusal | null {
  if (!URL.canParse(issuer)) return refusal('sso.issuer_malformed');
  const { search, hash, username, password } = new URL(issuer);
  if (search || hash || username || password) return refusal('sso.issuer_malformed');
  return isSafe(issuer) ? null : refusal('sso.issuer_not_https');
}
