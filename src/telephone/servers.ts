import type { Selectable } from 'kysely';
import type { Sealer } from '../auth/sealing.ts';
import type { Organisation } from '../platform/context.ts';
import type { AmiServer } from '../platform/telephone/ami.ts';
import type { AriServer } from '../platform/telephone/ari.ts';
import { openSystemSecret } from './secret.ts';
import type { TelephoneSystemTable } from './table.ts';

type Kept = Pick<Selectable<TelephoneSystemTable>, 'id' | 'settings' | 'secret' | 'ari_secret'>;

/** Where an exchange's manager interface is. Refused (`seal.key_lost`) where its secret was sealed with another key. */
export async function amiOf(
  sealer: Sealer,
  organisation: Pick<Organisation, 'schema'>,
  system: Kept,
): Promise<AmiServer> {
  const { host, port, secure, user } = system.settings;
  return { host, port, secure, user, secret: await openSystemSecret(sealer, organisation, system) };
}

/** Where its REST interface is; null: it has none here, or is heard no more. */
export async function ariOf(
  sealer: Sealer,
  organisation: Pick<Organisation, 'schema'>,
  { id, settings: { host, secure, ari }, secret, ari_secret }: Kept,
): Promise<AriServer | null> {
  if (ari === null || secret === '') return null;
  const opened = await openSystemSecret(sealer, organisation, { id, secret: ari_secret ?? secret });
  return { ...ari, host: ari.host ?? host, secure, secret: opened };
}
