import { NotSignedIn, Refused } from '../../kernel/refusal.ts';
import type { Edge } from '../../platform/http/edge.ts';
import type { AuthParts } from '../parts.ts';
import { tablesOf } from '../store.ts';
import { discover } from './discovery.ts';
import type { Identity } from './exchange.ts';
import { exchange } from './exchange.ts';
import type { Attempt } from './going.ts';
import { returnAddress, sealedForProvider, takeAttempt } from './going.ts';

export type CameBack = {
  code?: string | undefined;
  state: string;
  iss?: string | undefined;
  error?: string | undefined;
};

/** Who came back from which provider, proven; what he set out for stands in the attempt. */
export async function comingBack(
  parts: AuthParts,
  edge: Edge,
  given: CameBack,
): Promise<{ attempt: Attempt; identity: Identity; provider: KnownProvider }> {
  const { now, organisation } = edge;
  const attempt = await takeAttempt(parts, edge, given.state, now);
  if (!attempt) throw new NotSignedIn('sso.state_wrong');
  const provider = await providerBy(parts, organisation.schema, attempt.provider_id);
  const metadata = await discover(provider, now);
  // RFC 9207: an answer says whose it is, so that one provider cannot answer for another
  const says = given.iss ?? (metadata.authorization_response_iss_parameter_supported ? null : provider.issuer);
  if (says !== provider.issuer || given.error !== undefined || given.code === undefined)
    throw new Refused('sso.refused', { name: provider.name });
  const client = {
    name: provider.name,
    issuer: provider.issuer,
    clientId: provider.client_id,
    secret:
      provider.secret &&
      (await parts.sealer.open(provider.secret, sealedForProvider(organisation.schema, provider.id))),
  };
  const { nonce, verifier } = attempt;
  const returned = { code: given.code, nonce, verifier, redirect: returnAddress(edge) };
  return { attempt, provider, identity: await exchange(client, metadata, returned, now) };
}

async function providerBy({ database }: AuthParts, schema: string, id: Attempt['provider_id']) {
  return tablesOf(database, schema)
    .selectFrom('identity_provider')
    .selectAll()
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow(() => new NotSignedIn('sso.state_wrong'));
}

export type KnownProvider = Awaited<ReturnType<typeof providerBy>>;
