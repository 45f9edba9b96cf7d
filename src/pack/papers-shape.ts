import { z } from 'zod';
import { approverShape } from './approval-shape.ts';
import { key, wordsShape } from './shapes.ts';

/** How a paper is brought: shown and given back, left as a copy, or a form of the house filled in and signed. */
export const PAPER_FORMS = ['original', 'copy', 'filled_in'] as const;

export const MOST_PAPERS = 30;

export const paperShape = z.strictObject({
  key,
  name: wordsShape.describe('What is to be brought'),
  hint: wordsShape.optional().describe('What about it is looked at, where that is not plain'),
  form: z.enum(PAPER_FORMS).describe('original: shown and given back; copy: left here; filled_in: a form of the house'),
  when: z
    .strictObject({
      field: key.describe('A field of the kind, a choice or a yes-or-no'),
      is: z.union([z.string(), z.boolean()]).describe('The value it must hold: the key of a choice, true or false'),
    })
    .optional()
    .describe('Asked for only where a field holds this value; left out: always'),
  eachOf: key
    .optional()
    .describe('A number field of the kind: one piece for each of so many, such as workers; left out: one piece'),
  optional: z.literal(true).optional().describe('Good to have, and nothing waits for it'),
});

/** What somebody has to bring for a matter of a kind, and who looks at it (PASS-05). */
export const papersShape = z
  .strictObject({
    by: z.array(approverShape).min(1).describe('Only these say what was brought and whether it is in order'),
    list: z.array(paperShape).min(1).max(MOST_PAPERS).describe('What is to be brought, in the order of the counter'),
  })
  .meta({ id: 'PapersOfKind', description: 'What somebody has to bring for a matter of a kind, and who looks at it' });
