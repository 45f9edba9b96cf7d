import { changePart } from '../../pack/commands/change-settings.ts';
import type { Context } from '../../platform/context.ts';
import type { ChangeQuestionnaires } from '../inputs.ts';

/** What customers are asked from the next plan on: a new version of the settings, with who and why. What was asked stays. */
export function changeQuestionnaires(
  context: Context,
  { questionnaires, ...change }: ChangeQuestionnaires,
): Promise<number> {
  return changePart(context, { questionnaires }, change);
}
