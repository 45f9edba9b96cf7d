import { sql } from 'kysely';
import { json } from '../../kernel/json.ts';
import { Invalid, Stale } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { currentWords } from '../own-words.ts';
import type { OwnWords } from '../own-words-shape.ts';
import type { ChangeWords } from '../words-shapes.ts';

/** What the screens fill in stands in braces: `{count}`, or `{count|one|# many}`; a brace that is not closed fills nothing. */
function whyNotBraces(words: OwnWords): string | null {
  for (const texts of Object.values(words))
    for (const [key, text] of Object.entries(texts)) if (/[{}]/.test(text.replaceAll(/\{[^{}]*\}/g, ''))) return key;
  return null;
}

/**
 * A new version of the administrator's own words, with who and why; an earlier one is put back by sending it again. Refuses one made
 * on a version that is no longer the last, and texts whose braces do not close.
 */
export async function changeWords(context: Context, { words, seen, why }: ChangeWords): Promise<number> {
  orForbid(can(context.actor, 'limit.edit', {}));
  await sql`lock table words_version in share row exclusive mode`.execute(context.tx);
  const before = await currentWords(context);
  if (before.version !== seen) throw new Stale('stale', { seen, version: before.version });
  const broken = whyNotBraces(words);
  if (broken) throw new Invalid('words.braces', { path: `words.${broken}`, key: broken });
  const version = seen + 1;
  await context.tx
    .insertInto('words_version')
    .values({ version, content: json(words), by_id: context.actor.personId, why, at: context.now })
    .execute();
  const { id } = context.organisation;
  await record(context, { subject: { type: 'organisation', id }, type: 'words.changed', data: { version } });
  return version;
}
