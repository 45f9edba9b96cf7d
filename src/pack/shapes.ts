import { z } from 'zod';
import type { Words } from '../kernel/words.ts';
import { LANGUAGES } from '../kernel/words.ts';

export const key = z.string().regex(/^[a-z][a-z0-9_]*$/);
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
export const duration = z.string().regex(/^P(?!$)(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/);
export const wordsShape = z.strictObject(
  Object.fromEntries(LANGUAGES.map((language) => [language, z.string().min(1)])) as Record<
    (typeof LANGUAGES)[number],
    z.ZodString
  >,
);

/** A name or sentence of a pack, shortly: English, 简体, 繁體. */
export function words(en: string, hans: string, hant: string): Words {
  return { en, 'zh-hans': hans, 'zh-hant': hant };
}
