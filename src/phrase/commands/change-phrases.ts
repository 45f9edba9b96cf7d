import { doubled } from '../../kernel/doubled.ts';
import { Invalid } from '../../kernel/refusal.ts';
import { changePart } from '../../pack/commands/change-settings.ts';
import type { ChangePhrases } from '../../pack/inputs.ts';
import type { Context } from '../../platform/context.ts';

/** What is said again and again: a new version of the settings, with who and why; the one before can be put back. */
export async function changePhrases(context: Context, { phrases, ...change }: ChangePhrases): Promise<number> {
  const twice = doubled(phrases.map(({ key }) => key));
  if (twice !== undefined) throw new Invalid('phrase.twice', { path: 'phrases', key: twice });
  return changePart(context, { phrases }, change);
}
