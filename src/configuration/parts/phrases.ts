import { z } from 'zod';
import { refusal } from '../../kernel/refusal.ts';
import type { Phrase } from '../../pack/phrases.ts';
import { MOST_PHRASES, phraseShape } from '../../pack/phrases.ts';
import { settingsVersionOf } from '../../pack/settings.ts';
import { changePhrases } from '../../phrase/commands/change-phrases.ts';
import { everInSettings } from '../ever-in-settings.ts';
import { part } from '../part.ts';

const shape = z.record(z.string(), phraseShape);

/** What is said again and again, one by one. In a file they stand in the settings. */
export const phrases = part({
  key: 'phrases',
  shape,
  read: (context) => everInSettings<Phrase>(context, 'phrases'),
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
