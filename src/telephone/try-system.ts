import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { Sealer } from '../auth/sealing.ts';
import type { Organisation } from '../platform/context.ts';
import { saidBy } from '../platform/mail/server.ts';
import { openAmi } from '../platform/telephone/ami.ts';
import { askAlive } from '../platform/telephone/ari-recordings.ts';
import { amiOf, ariOf } from './servers.ts';
import type { TelephoneSystemTable } from './table.ts';
import type { triedSystemOut } from './view.ts';

/**
 * Signs in to both interfaces of an exchange and says what each answered. Whoever listens already is not disturbed: the events of ARI
 * are not asked for, since one name may listen once only.
 */
export async function trySystem(
  sealer: Sealer,
  organisation: Organisation,
  system: Selectable<TelephoneSystemTable>,
): Promise<z.input<typeof triedSystemOut>> {
  const [ami, ari] = await Promise.all([
    tried(async () => {
      const line = await openAmi(await amiOf(sealer, organisation, system), () => {});
      line.close();
    }),
    system.settings.ari === null
      ? null
      : tried(async () => {
          const server = await ariOf(sealer, organisation, system);
          if (server) await askAlive(server);
        }),
  ]);
  return { ami, ari };
}

async function tried(work: () => Promise<void>): Promise<{ ok: boolean; said: string }> {
  try {
    await work();
    return { ok: true, said: 'OK' };
  } catch (fault) {
    return { ok: false, said: saidBy(fault) };
  }
}
