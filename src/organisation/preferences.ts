import { z } from 'zod';
import { LANGUAGES } from '../kernel/words.ts';

const key = z.string().regex(/^[a-z][a-z0-9._-]{0,59}$/);

const kept = {
  theme: z.enum(['light', 'dark', 'auto']).describe('Colours of the screens; auto: as the device says'),
  density: z.enum(['compact', 'comfortable']).describe('How close the lines of lists stand'),
  columns: z.record(key, z.array(key).max(60)).describe('Columns chosen, in their order, by list'),
};

const language = z.enum(LANGUAGES).describe('In which language the screens speak to this person');

/** What a person sets for his own screens; what is left out stays as it is. */
export const preferencesInput = z.strictObject({
  language: language.optional(),
  theme: kept.theme.optional(),
  density: kept.density.optional(),
  columns: kept.columns
    .refine((lists) => Object.keys(lists).length <= 60)
    .optional()
    .describe('Which columns a list shows, in their order, by list; lists not named stay as they are'),
});
export type Preferences = z.output<typeof preferencesInput>;

export const keptOut = z.object(kept);
export type Kept = z.output<typeof keptOut>;

const readable = z.object({
  theme: kept.theme.catch('auto'),
  density: kept.density.catch('compact'),
  columns: kept.columns.catch({}),
});

/** What stands in the row, or what is usual where nothing does, or nothing that can be used. */
export function readPreferences(stored: unknown): Kept {
  return readable.parse(stored ?? {});
}

export const preferencesOut = keptOut.extend({ language });
