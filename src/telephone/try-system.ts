import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { Sealer } from '../auth/sealing.ts';
import type { Organisation } from '../platform/context.ts';
import { tried } from '../platform/outward/tried.ts';
import { openAmi } from '../platform/telephone/ami.ts';
import { askAlive } from '../platform/telephone/ari-recordings.ts';
import { amiOf, ariOf } from './servers.ts';
import type { TelephoneSystemTable } from './table.ts';
import type { triedSystemOut } from './view.ts';

/**
 * Signs in to both interfaces of an exchange and says what each answered. Whoever listens already is not disturbed: the events of ARI
 * are not asked for, since one name may listen once only. Refused (`seal.key_lost`) where a secret cannot be opened any more.
 */
export async function trySystem(
  sealer: Sealer,
  organisation: Organisation,
  system: Selectable<TelephoneSystemTable>,
): Promise<z.input<typeof triedSystemOut>> {
  const [ami, ari] = [await amiOf(sealer, organisation, system), await ariOf(sealer, organisation, system)];
  const [saysAmi, saysAri] = await Promise.all([
    tried(async () => (await openAmi(ami, () => {})).close()),
    ari && tried(() => askAlive(ari)),
  ]);
  return { ami: saysAmi, ari: saysAri };
}
