import { changePart } from '../../pack/commands/change-settings.ts';
import type { Context } from '../../platform/context.ts';
import type { ChangeRules } from '../inputs.ts';

/** The training rules as they are from now on: a new version of the settings, with who and why (TRNG-04). What was planned stays. */
export async function changeRules(context: Context, { rules, ...change }: ChangeRules): Promise<number> {
  return changePart(context, { training: rules }, change);
}
