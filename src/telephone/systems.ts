import type { z } from 'zod';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import type { systemsOut } from './view.ts';

/** Every exchange in use, how it goes with it, and whose phone is whose. */
export async function listSystems(context: Context): Promise<z.input<typeof systemsOut>> {
  const { tx } = context;
  const rows = await tx
    .selectFrom('telephone_system')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  const phones = await tx.selectFrom('extension').selectAll().orderBy('number').execute();
  const names = await personNames(context);
  return {
    items: rows.map(({ id, name, settings, ari_secret, off_at, connected_at, failing_since, fault }) => ({
      id,
      name,
      settings,
      ownAriSecret: ari_secret !== null,
      offAt: off_at,
      connectedAt: connected_at,
      failingSince: failing_since,
      fault,
    })),
    phones: phones.map(({ person_id, system_id, number, endpoint }) => ({
      person: named(names, person_id),
      systemId: system_id,
      number,
      endpoint,
    })),
  };
}
