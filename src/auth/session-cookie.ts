import type { Organisation } from '../platform/context.ts';

/** Named after the organisation, so that two of them on one host never take each other's. */
export function cookiePrefix(organisation: Organisation): string {
  return `hy-${organisation.slug}`;
}

export function sessionCookie(organisation: Organisation): string {
  return `${cookiePrefix(organisation)}.session_token`;
}

/**
 * The token out of the cookie's `token.signature`. The signature is for the sign-in library; here the token itself is
 * the proof, 32 random letters and digits of which only the digest is kept.
 */
export function tokenIn(cookie: string | undefined): string | null {
  const found = cookie === undefined ? null : /^([A-Za-z0-9_-]{32,64})\./.exec(cookie);
  return found ? found[1]! : null;
}
