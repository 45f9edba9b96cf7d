import type { Sealer } from '../../auth/sealing.ts';
import { SECOND } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { Posted } from '../../platform/outward/posted.ts';
import { postOutward } from '../../platform/outward/post.ts';
import { headersOf } from '../../webhook/webhook.ts';
import type { Channel } from '../port.ts';
import { openSecret } from '../secret.ts';
import { connectorSettings } from './connector.ts';

export type ConnectorParts = { sealer: Sealer; privateAllowed: boolean };

/** A transaction waits for it, so it is not patient. */
const PATIENCE = 10 * SECOND;

/** Posts to the connector, signed; under the same id however often. */
export async function postSigned(
  { sealer, privateAllowed }: ConnectorParts,
  { organisation, now }: Pick<Context, 'organisation' | 'now'>,
  channel: Channel,
  id: string,
  said: object,
): Promise<Posted> {
  const { secret } = await openSecret(sealer, organisation, channel);
  const { url } = connectorSettings.parse(channel.settings);
  const body = JSON.stringify(said);
  const headers = headersOf(id, now, body, [secret]);
  return postOutward(url, { headers, body, timeoutMs: PATIENCE, privateAllowed });
}
