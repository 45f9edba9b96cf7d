import type { Database } from '../../platform/db.ts';
import type { Edge } from '../../platform/http/edge.ts';
import { tablesOf } from '../store.ts';
import { discover } from './discovery.ts';

/** Where this browser signs out at who vouched for it, if that was set and the provider answers; null: nowhere. */
export async function endAddress(database: Database, edge: Edge): Promise<string | null> {
  const sessionId = edge.caller?.sessionId;
  if (!sessionId) return null;
  const provider = await tablesOf(database, edge.organisation.schema)
    .selectFrom('auth_session')
    .innerJoin('identity_provider as p', 'p.id', 'auth_session.provider_id')
    .select(['p.name', 'p.issuer', 'p.client_id'])
    .where('auth_session.id', '=', sessionId)
    .where('p.ends_there', '=', true)
    .executeTakeFirst();
  if (!provider) return null;
  // signing out here never waits for somebody else's failure
  const metadata = await discover(provider, edge.now).catch(() => null);
  if (!metadata?.end_session_endpoint) return null;
  const address = new URL(metadata.end_session_endpoint);
  address.searchParams.set('client_id', provider.client_id);
  address.searchParams.set('post_logout_redirect_uri', `${edge.origin}/sign-in`);
  return address.href;
}
