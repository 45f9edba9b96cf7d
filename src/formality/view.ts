import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { PAPER_FORMS } from '../pack/papers-shape.ts';
import { canOut, idOut, momentOut, wordsOut } from '../platform/http/shapes.ts';
import { LOOKED_AS } from './looks.ts';

const asked = {
  key: z.string().describe('What is sent as `paper`'),
  name: wordsOut.describe('What is to be brought'),
  hint: wordsOut.nullable().describe('What about it is looked at, where that is not plain'),
  form: z.enum(PAPER_FORMS).describe('original: shown and given back; copy: left here; filled_in: a form of the house'),
  optional: z.boolean().describe('Good to have, and nothing waits for it'),
};

/** What is to be brought for a kind, before anything is opened. */
export const paperAskedOut = z
  .object({
    ...asked,
    when: z
      .object({
        field: z.string().describe('Key of a field'),
        is: z.union([z.string(), z.boolean()]).describe('Its value'),
      })
      .nullable()
      .describe('Asked for only where a field holds this value; null: always'),
    eachOf: z.string().nullable().describe('Key of a number field: one piece for each of so many; null: one'),
  })
  .meta({ id: 'PaperAsked', description: 'A paper that is to be brought for a matter of a kind' });

const state = z.enum(LOOKED_AS).describe('brought: handed in; in_order: looked at; not_in_order: sent back');

const look = z.object({
  state,
  pieces: z.number().int().describe('How many pieces of it there were'),
  remark: z.string().describe('Why it was sent back, or what was seen; empty: nothing'),
  files: z
    .array(z.object({ id: idOut('file'), name: z.string().describe('As it was called when it was sent') }))
    .describe('Scans that came with this look'),
  by: personOut.describe('Who looked'),
  at: momentOut,
});

export const papersOut = z.object({
  items: z
    .array(
      z.object({
        ...asked,
        pieces: z.number().int().describe('How many pieces of it are to be brought'),
        state: state.nullable().describe('By the last look at it; null: not brought'),
        lacking: z.boolean().describe('It must be brought and is not found in order yet, or not all pieces of it'),
        looks: z.array(look).describe('Every look at it, the first first; the last one counts'),
      }),
    )
    .describe('What is asked for here, in the order of the kind'),
  can: canOut.describe('look: say what was brought and whether it is in order'),
});
export type PapersView = z.output<typeof papersOut>;

/** What a customer sees of it: what to bring and how it stands, nobody’s name and no remark but why it was sent back. */
export const papersToBringOut = z
  .array(
    z.object({
      ...asked,
      pieces: z.number().int().describe('How many pieces of it to bring'),
      state: state.nullable().describe('null: not brought yet'),
      why: z.string().describe('Why it was sent back; empty: it was not'),
    }),
  )
  .describe('What to bring for it, and how each paper stands; empty: nothing');
