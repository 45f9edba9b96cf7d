import { createHash } from 'node:crypto';
import type { Instant } from '../../kernel/time.ts';
import { MINUTE, plus } from '../../kernel/time.ts';
import { NotFound } from '../../kernel/refusal.ts';
import type { Id } from '../../kernel/id.ts';
import type { Organisation } from '../../platform/context.ts';
import type { Edge } from '../../platform/http/edge.ts';
import { digest, newSecret } from '../digest.ts';
import type { AuthParts } from '../parts.ts';
import { tablesOf } from '../store.ts';
import { discover } from './discovery.ts';

/** How long somebody may take at the provider. */
const AWAY = 10 * MINUTE;

export type Provider = Id<'identity_provider'>;

/** The cookie that ties an answer to the browser that asked. */
export function stateCookie(organisation: Organisation): string {
  return `hy-${organisation.slug}.sign_on`;
}

/** Where the provider sends people back to: a screen, which hands code and state in. */
export function returnAddress(edge: Edge): string {
  return `${edge.origin}/sign-in/returned`;
}

/** What a secret of a provider is sealed for. */
export function sealedForProvider(schema: string, id: string): string {
  return `identity provider ${schema} ${id}`;
}

type Going = { providerId: Provider; personId: Id<'person'> | null; next: string | null };

/** Sends somebody to a provider: the address to go to, with state, nonce and the challenge of PKCE (RFC 7636). */
export async function goTo({ database }: AuthParts, edge: Edge, going: Going): Promise<{ address: string }> {
  const { now, organisation } = edge;
  const tables = tablesOf(database, organisation.schema);
  const provider = await tables
    .selectFrom('identity_provider')
    .select(['id', 'name', 'issuer', 'client_id', 'scopes'])
    .where('id', '=', going.providerId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (!provider) throw new NotFound('sso.unknown_provider');
  const { authorization_endpoint } = await discover(provider, now);
  const [state, nonce, verifier] = [newSecret(), newSecret(), newSecret()];
  await tables.deleteFrom('identity_attempt').where('expires_at', '<=', now).execute();
  await tables
    .insertInto('identity_attempt')
    .values({
      state: digest(state),
      provider_id: provider.id,
      nonce,
      verifier,
      person_id: going.personId,
      next: going.next,
      expires_at: plus(now, AWAY),
    })
    .execute();
  edge.cookies.set(stateCookie(organisation), state, AWAY / 1000);
  const address = new URL(authorization_endpoint);
  const asked = {
    response_type: 'code',
    client_id: provider.client_id,
    redirect_uri: returnAddress(edge),
    scope: provider.scopes,
    state,
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  return { address: address.href };
}

export type Attempt = {
  provider_id: Provider;
  nonce: string;
  verifier: string;
  person_id: Id<'person'> | null;
  next: string | null;
};

/** Takes the attempt this state belongs to, once, from the browser that began it; null for any other. */
export async function takeAttempt(
  { database }: AuthParts,
  edge: Edge,
  state: string,
  now: Instant,
): Promise<Attempt | null> {
  if (edge.cookies.get(stateCookie(edge.organisation)) !== state) return null;
  edge.cookies.drop(stateCookie(edge.organisation));
  const taken = await tablesOf(database, edge.organisation.schema)
    .deleteFrom('identity_attempt')
    .where('state', '=', digest(state))
    .where('expires_at', '>', now)
    .returning(['provider_id', 'nonce', 'verifier', 'person_id', 'next'])
    .executeTakeFirst();
  return taken ?? null;
}
