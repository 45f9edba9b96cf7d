import { Invalid } from '../../kernel/refusal.ts';
import { changePart } from '../../pack/commands/change-settings.ts';
import { whyNotScorecards } from '../../pack/scorecards.ts';
import type { Context } from '../../platform/context.ts';
import type { ChangeScorecards } from '../inputs.ts';

/** What is looked at when somebody's work is scored: a new version of the settings, with who and why. What was scored stays. */
export async function changeScorecards(context: Context, { scorecards, ...change }: ChangeScorecards): Promise<number> {
  const wrong = whyNotScorecards(scorecards);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  return changePart(context, { scorecards }, change);
}
