import { z } from 'zod';
import { LANGUAGES } from '../kernel/words.ts';

const MOST = 2_000;

/** `frame.tickets`: a file of the screens' words and a key in it. */
const wordKey = z
  .string()
  .max(80)
  .regex(/^[a-z_]+\.[a-zA-Z0-9_]+$/);

export const ownWordsShape = z
  .partialRecord(
    z.enum(LANGUAGES),
    z
      .record(wordKey, z.string().trim().min(1).max(400))
      .refine((texts) => Object.keys(texts).length <= MOST, `${MOST} words at most`),
  )
  .describe('By language and key (`frame.tickets`), what stands in the place of the screens’ own words');
export type OwnWords = z.output<typeof ownWordsShape>;
