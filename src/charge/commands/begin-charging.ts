import { Refused } from '../../kernel/refusal.ts';
import { packs } from '../../pack/registry.ts';
import { settingsVersionOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { changeCharging } from './change-charging.ts';

/** A house that is older than its pack's items of charge begins with those that it ships; its prices are set afterwards. */
export async function beginCharging(context: Context): Promise<number> {
  const { version, settings } = await settingsVersionOf(context);
  if (settings.charging) throw new Refused('charge.charged_already');
  const charging = (await packs()).get(context.organisation.pack)?.charging;
  if (!charging) throw new Refused('charge.nothing_shipped');
  return changeCharging(context, { charging, seen: version, why: 'pack' });
}
