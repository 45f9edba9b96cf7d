import { z } from 'zod';
import { changedByOut, changedWhyOut } from '../organisation/shapes.ts';
import { effectOut } from '../pack/effect-shapes.ts';
import { ownWordsShape } from './own-words-shape.ts';
import { line, momentOut, versionOut } from '../platform/http/shapes.ts';

export const changeWordsInput = z.strictObject({
  words: ownWordsShape,
  seen: z.number().int().min(0).describe('The version it was made on; 0 where there was none'),
  why: line.describe('Why it is changed; kept with the version'),
});
export type ChangeWords = z.output<typeof changeWordsInput>;

export const wordsOut = z.object({
  version: versionOut.describe('0: the screens speak their own words'),
  words: ownWordsShape,
  versions: z
    .array(
      z.object({
        version: z.number().describe('1, 2, ...'),
        at: momentOut,
        by: changedByOut,
        why: changedWhyOut,
      }),
    )
    .describe('Newest first; 100 at most'),
});

export const wordsEffectOut = effectOut.pick({ changes: true });
