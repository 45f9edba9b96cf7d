import { Invalid } from '../../kernel/refusal.ts';
import { changeSettings } from '../../pack/commands/change-settings.ts';
import { whyNotScorecards } from '../../pack/scorecards.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import type { ChangeScorecards } from '../inputs.ts';

/** What is looked at when somebody's work is scored: a new version of the settings, with who and why. What was scored stays. */
export async function changeScorecards(context: Context, { scorecards, seen, why }: ChangeScorecards): Promise<number> {
  const wrong = whyNotScorecards(scorecards);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  return changeSettings(context, { settings: { ...(await settingsOf(context)), scorecards }, seen, why });
}
