import { changePart } from '../../pack/commands/change-settings.ts';
import type { Context } from '../../platform/context.ts';
import type { ChangeRules } from '../inputs.ts';

/** How staff are assessed: a new version of the settings, with who and why. What is over is owed by the scheme it began with. */
export function changeRules(context: Context, { why, seen, ...part }: ChangeRules): Promise<number> {
  return changePart(context, part, { why, seen });
}
