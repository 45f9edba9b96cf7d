import { z } from 'zod';
import { changedByOut, changedWhyOut, personOut } from '../organisation/shapes.ts';
import { allOf, canOut, idOut, momentOrNotYet, momentOut, wordsOut } from '../platform/http/shapes.ts';

const version = {
  version: z.number().describe('1, 2, ...; send it back with the next statement or the confirmation'),
  text: z.string().describe('What the post owes'),
  by: changedByOut,
  why: changedWhyOut,
  at: momentOut.describe('From when it holds'),
};

export const dutiesOut = z.object({
  post: z.object({ id: idOut('post'), name: wordsOut.describe('What the post is called') }).describe('Whose duties'),
  statement: z.object(version).nullable().describe('As they stand; null: never stated'),
  former: z.array(z.object(version)).describe('As they stood before, the newest first'),
  people: z
    .array(
      z.object({
        person: personOut,
        askedAt: momentOut.nullable().describe('When he was asked; null: nothing was stated yet'),
        dueAt: momentOut.nullable().describe('By when he is to confirm; null: not asked'),
        confirmedAt: momentOrNotYet,
        late: z.boolean().describe('Not confirmed though it was due, or confirmed late'),
        load: z
          .object({
            tickets: z.number().describe('Open tickets he answers for'),
            orders: z.number().describe('Open work orders he is sent on'),
            items: z.number().describe('Items of the day plan not done'),
            late: z.number().describe('What he owes and is late'),
          })
          .describe('What he has open now, in view when work is distributed'),
      }),
    )
    .describe('Who holds the post, by name; deputies are not asked'),
  can: canOut.describe('state, confirm'),
});
export const allDutiesOut = allOf(dutiesOut);
export const statedOut = z.object({ version: z.number().describe('The new version') });
