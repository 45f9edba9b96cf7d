import { z } from 'zod';
import { LANGUAGES } from '../kernel/words.ts';
import { phraseShape, SITUATIONS } from '../pack/phrases.ts';
import { canOut, versionOut, wordsOut } from '../platform/http/shapes.ts';

export const offeredOut = z.object({
  items: z
    .array(
      z.object({
        key: z.string().describe('Its stable name'),
        situation: z.enum(SITUATIONS).describe('When it is said'),
        name: wordsOut.describe('What people find it by'),
        text: wordsOut.describe(
          'What is said, with what is known in its places; what is not stays to be filled by hand',
        ),
        fits: z.boolean().describe('It is for where the matter stands now'),
      }),
    )
    .describe('What fits first'),
  language: z.enum(LANGUAGES).nullable().describe('In which the customer is spoken to; null: not known'),
});

export const phrasesOut = z.object({
  version: versionOut.describe('Version of the settings they stand in; send it back with a change'),
  items: z.array(phraseShape).describe('All of them, in the order in which they are offered'),
  can: canOut.describe('`change`: word them otherwise, switch them on and off'),
});

const phrases = z.array(z.string());

export const flagsOut = z.object({
  never: phrases.describe('Words of the house’s list that it holds and that go to no customer'),
  promises: phrases.describe('Words that take liability on: not said before the facts are established'),
  exaggerates: phrases.describe('Words that exaggerate: whoever writes them says that he means it'),
});
