import { z } from 'zod';
import { refusedOut } from '../platform/http/shapes.ts';

const leaf = z.union([z.string(), z.number(), z.boolean()]).nullable();

/** What differs between two versions of a definition, leaf by leaf. */
export const changesOut = z.array(
  z.object({
    path: z.string().describe('What differs: `commitments.first_answer.limit.allowance.text`'),
    before: leaf.describe('null: it is added; several values at once as JSON'),
    after: leaf.describe('null: it is taken away'),
  }),
);

export const effectOut = z.object({
  changes: changesOut.describe('What the next tickets will meet; open ones keep their version'),
  faults: z.array(refusedOut).describe('Why it cannot be saved as it is'),
});
