import { changeSettings } from '../../pack/commands/change-settings.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import type { ChangeCharter } from '../inputs.ts';

/** What the house stands for, worded otherwise: a new version of the settings, with who and why. */
export async function changeCharter(context: Context, { charter, seen, why }: ChangeCharter): Promise<number> {
  return changeSettings(context, { settings: { ...(await settingsOf(context)), charter }, seen, why });
}
