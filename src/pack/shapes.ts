import { z } from 'zod';
import type { Words } from '../kernel/words.ts';
import type { LANGUAGES } from '../kernel/words.ts';

export const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/)
  .describe('A stable name: lower-case letters, digits, underscores');
export const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
  .describe('Time of day where the centre stands: 08:30; 24:00 is the end of the day');
export const duration = z
  .string()
  .regex(/^P(?!$)(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/)
  .describe('ISO 8601 duration: PT4H, P3D, P1W');
export const wordsShape = z
  .strictObject({
    en: z.string().min(1).describe('In English'),
    'zh-hans': z.string().min(1).describe('In Simplified Chinese'),
    'zh-hant': z.string().min(1).describe('In Traditional Chinese'),
  } satisfies Record<(typeof LANGUAGES)[number], z.ZodString>)
  .meta({ id: 'AllWords', description: 'What it is called, in each language' });

/** A name or sentence of a pack, shortly: English, 简体, 繁體. */
export function words(en: string, hans: string, hant: string): Words {
  return { en, 'zh-hans': hans, 'zh-hant': hant };
}
