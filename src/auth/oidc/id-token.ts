import type { JWTVerifyGetKey, JWTVerifyOptions } from 'jose';
import { z } from 'zod';
import { Refused } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { dateAt } from '../../kernel/time.ts';
import type { Key } from './discovery.ts';

/** `none` and the symmetric ones are not among them: who knows the client's secret is not the provider. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** How far the provider's clock may be off, in seconds. */
const SKEW = 60;
/** A token is read as it is fetched, seconds old; an older one was made for another time. */
const OLDEST = '1 hour';

const claimsShape = z.looseObject({
  sub: z.string().min(1).max(255),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
  nonce: z.string(),
});

export type Claims = z.output<typeof claimsShape>;
type Expected = { issuer: string; clientId: string; nonce: string };

/** The provider's keys: those that are kept, or read `anew` where what is kept has none that fits. */
export type Keys = (anew: boolean) => Promise<readonly Key[]>;

/** Loaded with the first sign-in through a provider: an idle server spares it. */
const library = () => import('jose');

/**
 * What the token says, if one of the keys signed it and every point is as it must be: OpenID Connect Core 1.0, 3.1.3.7; null
 * for any other. Refused only where the keys cannot be had.
 */
export async function verified(token: string, keys: Keys, expected: Expected, now: Instant): Promise<Claims | null> {
  const payload = await signedBy(token, await named(keys), {
    algorithms: ALGORITHMS,
    issuer: expected.issuer,
    audience: expected.clientId,
    currentDate: dateAt(now),
    clockTolerance: SKEW,
    maxTokenAge: OLDEST,
    requiredClaims: ['exp', 'sub', 'nonce'],
  });
  const read = claimsShape.safeParse(payload);
  return read.success && isForUs(read.data, expected) ? read.data : null;
}

/** Who else is meant must have asked for it through us; and it answers what we asked, not what somebody else did. */
function isForUs({ aud, azp, nonce }: Claims, expected: Expected): boolean {
  const forOthersToo = Array.isArray(aud) && aud.length > 1;
  if (azp === undefined ? forOthersToo : azp !== expected.clientId) return false;
  return nonce === expected.nonce;
}

/** Finds the key that a token names, and asks for the keys anew, once, where it is not among them. */
async function named(keys: Keys): Promise<JWTVerifyGetKey> {
  const { createLocalJWKSet, errors } = await library();
  const among = async (anew: boolean) => createLocalJWKSet({ keys: [...(await keys(anew))] });
  return async (header, given) => {
    const known = await among(false);
    try {
      return await known(header, given);
    } catch (fault) {
      if (!(fault instanceof errors.JWKSNoMatchingKey)) throw fault;
      return (await among(true))(header, given);
    }
  };
}

async function signedBy(token: string, key: JWTVerifyGetKey, options: JWTVerifyOptions): Promise<unknown> {
  const { errors, jwtVerify } = await library();
  try {
    return (await jwtVerify(token, key, options)).payload;
  } catch (fault) {
    if (fault instanceof Refused) throw fault;
    // a token that names no key is tried with each that fits
    if (fault instanceof errors.JWKSMultipleMatchingKeys)
      for await (const one of fault) {
        const payload = await signedBy(token, async () => one, options);
        if (payload) return payload;
      }
    return null;
  }
}
