import { z } from 'zod';
import { Refused } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { askElsewhere } from '../../platform/http/ask-elsewhere.ts';
import type { Metadata } from './discovery.ts';
import { keysOf } from './discovery.ts';
import type { Claims } from './id-token.ts';
import { verified } from './id-token.ts';

const tokensShape = z.object({ id_token: z.string().max(20_000), access_token: z.string().max(20_000).optional() });

/** What is known of somebody at the provider. */
export type Identity = {
  subject: string;
  email: string | null;
  emailVerified: boolean;
  username: string | null;
  name: string | null;
};

export type Client = { name: string; issuer: string; clientId: string; secret: string | null };
export type Returned = { code: string; verifier: string; nonce: string; redirect: string };

/**
 * The code for who somebody is: the ID token, verified in every point, and what the provider adds when asked. Refused
 * (`sso.refused`) where anything in it is not as it must be; what it was is for the log of nobody.
 */
export async function exchange(
  client: Client,
  metadata: Metadata,
  returned: Returned,
  now: Instant,
): Promise<Identity> {
  const tokens = await tokensFor(client, metadata, returned);
  const claims = await claimsIn(client, metadata, tokens.id_token, returned.nonce, now);
  const more = await userInfo(client, metadata, tokens.access_token, claims.sub);
  return identityIn({ ...claims, ...more });
}

async function tokensFor(client: Client, metadata: Metadata, { code, verifier, redirect }: Returned) {
  const form = { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirect };
  const answer = await askElsewhere(metadata.token_endpoint, {
    method: 'POST',
    ...credentials(client, metadata, form),
  });
  if (!answer || answer.status >= 500) throw new Refused('sso.unreachable', { name: client.name });
  const read = tokensShape.safeParse(answer.body);
  if (answer.status !== 200 || !read.success) throw new Refused('sso.refused', { name: client.name });
  return read.data;
}

/** The secret in the header, as every provider must know it, unless this one takes it in the form only. */
function credentials({ clientId, secret }: Client, metadata: Metadata, form: Record<string, string>) {
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  if (secret === null) return { form: { ...form, client_id: clientId } };
  if (!methods.includes('client_secret_basic'))
    return { form: { ...form, client_id: clientId, client_secret: secret } };
  const pair = [clientId, secret].map((one) => encodeURIComponent(one)).join(':');
  return { form, headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } };
}

async function claimsIn(
  client: Client,
  metadata: Metadata,
  token: string,
  nonce: string,
  now: Instant,
): Promise<Claims> {
  const keys = (anew: boolean) => keysOf(client, metadata, now, { anew });
  const claims = await verified(token, keys, { ...client, nonce }, now);
  if (!claims) throw new Refused('sso.refused', { name: client.name });
  return claims;
}

/** Mail and names stand in the ID token at some providers, and here at others. Of somebody else they are not taken. */
async function userInfo(
  client: Client,
  { userinfo_endpoint }: Metadata,
  token: string | undefined,
  subject: string,
): Promise<Record<string, unknown>> {
  if (!userinfo_endpoint || !token) return {};
  const answer = await askElsewhere(userinfo_endpoint, { headers: { authorization: `Bearer ${token}` } });
  const read = z.looseObject({ sub: z.string() }).safeParse(answer?.body);
  if (answer?.status !== 200 || !read.success) return {};
  if (read.data.sub !== subject) throw new Refused('sso.refused', { name: client.name });
  const { sub: _, iss: __, ...claims } = read.data;
  return claims;
}

const claimText = z.string().trim().min(1).max(200);

function identityIn(claims: Claims): Identity {
  const text = (claim: string): string | null => {
    const read = claimText.safeParse(claims[claim]);
    return read.success ? read.data : null;
  };
  return {
    subject: claims.sub,
    email: text('email'),
    // some say it as a word; nothing else counts as yes
    emailVerified: claims['email_verified'] === true || claims['email_verified'] === 'true',
    username: text('preferred_username'),
    name: text('name'),
  };
}
