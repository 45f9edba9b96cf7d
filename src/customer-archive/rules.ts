import { z } from 'zod';
import { limitShape } from '../commitment/rule.ts';
import { key, wordsShape } from '../pack/shapes.ts';

/** What the archive of a customer holds, and how often somebody looks after it (CUST-09). */
export const customerArchiveRules = z
  .strictObject({
    parts: z
      .array(
        z.strictObject({
          key,
          name: wordsShape,
          required: z.boolean().describe('true: an archive without it is incomplete'),
        }),
      )
      .min(1)
      .max(40)
      .describe('What it holds'),
    tend: limitShape.describe('How long after it was last touched it is to be looked after; past that it is stale'),
  })
  .meta({
    id: 'CustomerArchiveRules',
    description: 'What the archive of a customer holds, and how often it is tended',
  });
export type CustomerArchiveRules = z.infer<typeof customerArchiveRules>;
export type ArchivePart = CustomerArchiveRules['parts'][number];
