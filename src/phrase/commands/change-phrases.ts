import { Invalid } from '../../kernel/refusal.ts';
import { changeSettings } from '../../pack/commands/change-settings.ts';
import type { ChangePhrases } from '../../pack/inputs.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';

/** What is said again and again: a new version of the settings, with who and why; the one before can be put back. */
export async function changePhrases(context: Context, { phrases, seen, why }: ChangePhrases): Promise<number> {
  const keys = phrases.map(({ key }) => key);
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined) throw new Invalid('phrase.twice', { path: 'phrases', key: twice });
  return changeSettings(context, { settings: { ...(await settingsOf(context)), phrases }, seen, why });
}
