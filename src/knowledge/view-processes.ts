import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { allOf, canOut, idOut, momentOrNotYet, momentOut, wordsOut } from '../platform/http/shapes.ts';
import { STANDINGS } from './process.ts';
import { articleNameOut, lineVersionOut, named, ownerOut } from './view.ts';

const postNameOut = z.object({ id: idOut('post'), name: wordsOut.describe('What it is called') });
export const processesOut = allOf(
  z.object({
    id: idOut('article'),
    ...named,
    version: lineVersionOut,
    writtenAt: momentOut.describe('Since when this version is in force'),
    owner: ownerOut,
    posts: z.array(postNameOut).describe('The posts it binds'),
    hasTest: z.boolean().describe('It has a test of its own'),
    training: z
      .array(
        articleNameOut.extend({
          version: lineVersionOut,
          hasTest: z.boolean().describe('It has a test, which is passed too'),
        }),
      )
      .describe('What else belongs to its training'),
    people: z
      .array(
        z.object({
          person: personOut,
          posts: z.array(postNameOut).describe('By which of his posts it binds him'),
          readings: z.number().describe('How much is to be read: the process and what belongs to its training'),
          read: z.number().describe('How much of it he confirmed in the version in force'),
          tests: z.number().describe('How many tests are to be passed'),
          passed: z.number().describe('How many of them he passed since this version is in force'),
          dueAt: momentOut.nullable().describe('By when; null: he is not asked yet'),
          doneAt: momentOrNotYet.describe('When he was done with all of it'),
          standing: z.enum(STANDINGS).describe('done; open: not yet; late: not yet though it was due'),
        }),
      )
      .describe('Who holds these posts, by name; oneself only, for whoever may not write it'),
    can: canOut.describe('train'),
  }),
);
