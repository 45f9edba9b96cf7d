import type { z } from 'zod';
import { can } from '../organisation/can.ts';
import { centreOf } from '../organisation/queries.ts';
import { settingsVersionOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import type { chargingOut } from './view.ts';

/** What is charged here, and who may change it. */
export async function readCharging(context: Context): Promise<z.input<typeof chargingOut>> {
  const { version, settings } = await settingsVersionOf(context);
  const centreId = await centreOf(context);
  return {
    charging: settings.charging ?? null,
    version,
    can: {
      change: can(context.actor, 'limit.edit', { centreId }),
      bill: can(context.actor, 'charge.bill', { centreId }),
      set_basis: can(context.actor, 'charge.bill', { centreId }),
    },
  };
}
