import { z } from 'zod';
import { LANGUAGES } from '../kernel/words.ts';

const key = z.string().regex(/^[a-z][a-z0-9._-]{0,59}$/);

/** What a person sets for his own screens; what is left out stays as it is. */
export const preferencesInput = z.strictObject({
  language: z.enum(LANGUAGES).optional(),
  theme: z.enum(['light', 'dark', 'auto']).optional(),
  density: z.enum(['compact', 'comfortable']).optional(),
  columns: z
    .record(key, z.array(key).max(60))
    .refine((lists) => Object.keys(lists).length <= 60)
    .optional()
    .describe('Which columns a list shows, in their order, by list; lists not named stay as they are'),
});
export type Preferences = z.output<typeof preferencesInput>;

export const preferencesOut = z.object({
  language: z.enum(LANGUAGES),
  preferences: z.record(z.string(), z.unknown()),
});
