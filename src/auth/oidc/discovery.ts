import { z } from 'zod';
import { Refused } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { between, HOUR, MINUTE } from '../../kernel/time.ts';
import { askElsewhere } from '../../platform/http/ask-elsewhere.ts';
import { isSafe } from './issuer.ts';

const address = z.string().refine(isSafe);

/** What OpenID Connect Discovery 1.0 says of a provider, as far as it is used. */
const metadataShape = z.object({
  issuer: z.string(),
  authorization_endpoint: address,
  token_endpoint: address,
  jwks_uri: address,
  userinfo_endpoint: address.optional(),
  end_session_endpoint: address.optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
  authorization_response_iss_parameter_supported: z.boolean().optional(),
});

/** A key as RFC 7517 writes it; what it is made of is for the verifier. */
const keysShape = z.object({
  keys: z.array(z.looseObject({ kty: z.string() })),
});

export type Metadata = z.output<typeof metadataShape>;
export type Key = z.output<typeof keysShape>['keys'][number];
export type Named = { name: string; issuer: string };

const KEPT = HOUR;
/** Keys are asked for anew where one is missing, but not for every forged name of one. */
const ANEW_EVERY = MINUTE;

const metadata = new Map<string, { at: Instant; value: Metadata }>();
const keys = new Map<string, { at: Instant; value: Key[] }>();

/** Refused (`sso.unreachable`) where it does not answer, (`sso.misconfigured`) where it answers as somebody else. */
export async function discover({ name, issuer }: Named, now: Instant): Promise<Metadata> {
  const known = metadata.get(issuer);
  if (known && Math.abs(between(known.at, now)) < KEPT) return known.value;
  const answer = await askElsewhere(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (answer?.status !== 200) throw new Refused('sso.unreachable', { name });
  const read = metadataShape.safeParse(answer.body);
  if (!read.success || read.data.issuer !== issuer) throw new Refused('sso.misconfigured', { name });
  metadata.set(issuer, { at: now, value: read.data });
  return read.data;
}

/** The provider's keys; read `anew` where one is missing in those that are kept, for keys are changed now and then. */
export async function keysOf(
  provider: Named,
  { jwks_uri }: Metadata,
  now: Instant,
  { anew }: { anew: boolean },
): Promise<readonly Key[]> {
  const known = keys.get(jwks_uri);
  const age = known ? Math.abs(between(known.at, now)) : Infinity;
  if (known && age < KEPT && (!anew || age < ANEW_EVERY)) return known.value;
  const answer = await askElsewhere(jwks_uri);
  const read = keysShape.safeParse(answer?.body);
  if (answer?.status !== 200 || !read.success) throw new Refused('sso.unreachable', { name: provider.name });
  keys.set(jwks_uri, { at: now, value: read.data.keys });
  return read.data.keys;
}
