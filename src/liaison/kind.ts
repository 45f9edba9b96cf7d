import { z } from 'zod';
import { key, wordsShape } from '../pack/shapes.ts';

export const MOST_BODY_KINDS = 60;

/** A kind of body outside the house that one deals with (EXTR-01 to -04). */
export const bodyKindShape = z
  .strictObject({
    key,
    name: wordsShape,
    learns: z.boolean().describe('A matter with one ends with what was learned from it: those of the same trade'),
  })
  .meta({ id: 'BodyKind', description: 'A kind of body outside the house that one deals with' });
export type BodyKind = z.infer<typeof bodyKindShape>;
