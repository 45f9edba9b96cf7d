import { constants, createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '../../kernel/time.ts';
import { epochOf, MINUTE, SECOND } from '../../kernel/time.ts';
import type { Key } from './discovery.ts';

/** How each is verified. `none` and the symmetric ones are not among them: who knows the client's secret is not the provider. */
const ALGORITHMS: Record<string, { kty: string; hash: string | null; options: object }> = {
  RS256: { kty: 'RSA', hash: 'sha256', options: {} },
  PS256: { kty: 'RSA', hash: 'sha256', options: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } },
  ES256: { kty: 'EC', hash: 'sha256', options: { dsaEncoding: 'ieee-p1363' } },
  EdDSA: { kty: 'OKP', hash: null, options: {} },
};

const headerShape = z.object({ alg: z.string(), kid: z.string().optional(), crit: z.never().optional() });
const claimsShape = z.looseObject({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
  exp: z.number(),
  iat: z.number(),
  nonce: z.string().optional(),
});

export type Claims = z.output<typeof claimsShape>;

const SKEW = MINUTE;

function part(text: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(text ?? '', 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/** What the header says of the key it was signed with; null for what is no token we take. */
export function headerOf(token: string): { alg: string; kid: string | undefined } | null {
  const read = headerShape.safeParse(part(token.split('.')[0]));
  return read.success && read.data.alg in ALGORITHMS ? { alg: read.data.alg, kid: read.data.kid } : null;
}

/** Keys it may have been signed with: of the right make, and by name where it names one. */
export function keysFor({ alg, kid }: { alg: string; kid: string | undefined }, keys: readonly Key[]): Key[] {
  const { kty } = ALGORITHMS[alg]!;
  return keys.filter(
    (key) => key.kty === kty && (key.use ?? 'sig') === 'sig' && (kid === undefined || key.kid === kid),
  );
}

/** What the token says, if one of these keys signed it; null otherwise. */
export function verified(token: string, alg: string, keys: readonly Key[]): Claims | null {
  const [header, body, signature, ...more] = token.split('.');
  if (signature === undefined || more.length > 0) return null;
  const { hash, options } = ALGORITHMS[alg]!;
  const signed = keys.some((key) => {
    try {
      const publicKey = createPublicKey({ key: key as Record<string, unknown>, format: 'jwk' });
      const signedWith = { key: publicKey, ...options };
      return verify(hash, Buffer.from(`${header}.${body}`), signedWith, Buffer.from(signature, 'base64url'));
    } catch {
      return false;
    }
  });
  const read = signed ? claimsShape.safeParse(part(body)) : null;
  return read?.success ? read.data : null;
}

/** What is wrong with what a verified token says, OpenID Connect Core 1.0, 3.1.3.7; null: nothing. */
export function wrongIn(
  claims: Claims,
  expected: { issuer: string; clientId: string; nonce: string },
  now: Instant,
): 'iss' | 'aud' | 'azp' | 'exp' | 'iat' | 'nonce' | null {
  const audience = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
  const at = epochOf(now);
  if (claims.iss !== expected.issuer) return 'iss';
  if (!audience.includes(expected.clientId)) return 'aud';
  if (claims.azp !== undefined ? claims.azp !== expected.clientId : audience.length > 1) return 'azp';
  if (claims.exp * SECOND <= at - SKEW) return 'exp';
  if (claims.iat * SECOND > at + SKEW) return 'iat';
  return claims.nonce === expected.nonce ? null : 'nonce';
}
