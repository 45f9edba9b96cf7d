import { changePart } from '../../pack/commands/change-settings.ts';
import type { Context } from '../../platform/context.ts';
import type { ChangeCharging } from '../inputs.ts';
import { beginCurrentDeliveries } from './deliveries.ts';

/** What is charged, at which price and by which standard: a new version of the settings, with who and why. What was billed stays. */
export async function changeCharging(context: Context, { charging, ...change }: ChangeCharging): Promise<number> {
  const version = await changePart(context, { charging }, change);
  await beginCurrentDeliveries(context);
  return version;
}
