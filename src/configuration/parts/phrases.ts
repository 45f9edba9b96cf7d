import { sql } from 'kysely';
import { z } from 'zod';
import { refusal } from '../../kernel/refusal.ts';
import { MOST_PHRASES, phraseShape } from '../../pack/phrases.ts';
import { settingsVersionOf } from '../../pack/settings.ts';
import { changePhrases } from '../../phrase/commands/change-phrases.ts';
import type { Context } from '../../platform/context.ts';
import { part } from '../part.ts';

const shape = z.record(z.string(), phraseShape);

/** Every one there ever was: what was taken away here is not new. */
async function everThere({ tx }: Context): Promise<z.output<typeof shape>> {
  const { rows } = await sql<{ one: z.output<typeof phraseShape> }>`
    select distinct on (one->>'key') one
    from settings_version v, jsonb_array_elements(coalesce(v.content->'phrases', '[]')) as one
    order by one->>'key', v.version desc`.execute(tx);
  return Object.fromEntries(rows.map(({ one }) => [one.key, one]));
}

/** What is said again and again, one by one. In a file they stand in the settings. */
export const phrases = part({
  key: 'phrases',
  shape,
  read: everThere,
  check: async (context, content) => {
    const { settings } = await settingsVersionOf(context);
    const full = (settings.phrases ?? []).length + Object.keys(content).length > MOST_PHRASES;
    return full ? [refusal('phrase.full', { path: 'phrases', most: MOST_PHRASES })] : [];
  },
  apply: async (context, content, why) => {
    const { version, settings } = await settingsVersionOf(context);
    const all = [...(settings.phrases ?? []), ...Object.values(content)];
    await changePhrases(context, { phrases: all, seen: version, why });
  },
  shipped: (pack) => Object.fromEntries((pack.phrases ?? []).map((one) => [one.key, one])),
});
