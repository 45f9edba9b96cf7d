import type { Context } from '../../platform/context.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { digest, newSecret } from '../digest.ts';
import { securityOf } from '../security.ts';
import { firstExpiry } from '../session-life.ts';

type From = { address: string; agent: string };

/** A session for somebody a provider vouched for; answers with the cookie's value, which is kept as its digest. */
export async function openSessionFor(
  { tx, now }: Context,
  personId: Id<'person'>,
  providerId: Id<'identity_provider'>,
  { address, agent }: From,
): Promise<string> {
  const token = newSecret();
  await tx
    .insertInto('auth_session')
    .values({
      id: newId<'session'>(now),
      token: digest(token),
      user_id: personId,
      provider_id: providerId,
      created_at: now,
      updated_at: now,
      expires_at: firstExpiry(now, (await securityOf(tx)).sessions),
      ip_address: address,
      user_agent: agent.slice(0, 300),
    })
    .execute();
  return `${token}.`;
}
