import { changePart } from '../../pack/commands/change-settings.ts';
import type { Context } from '../../platform/context.ts';
import type { ChangeCharter } from '../inputs.ts';

/** What the house stands for, worded otherwise: a new version of the settings, with who and why. */
export async function changeCharter(context: Context, { charter, ...change }: ChangeCharter): Promise<number> {
  return changePart(context, { charter }, change);
}
