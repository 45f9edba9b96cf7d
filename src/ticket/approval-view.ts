import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { SIGNATURES } from '../pack/approval-shape.ts';
import { canOut, idOut, momentOut, wordsOut } from '../platform/http/shapes.ts';

/** An act that stages of a ticket wait for, as its page shows it. */
export const approvalOut = z.object({
  key: z.string().describe('What is sent as `approval`'),
  name: wordsOut.describe('What is decided'),
  by: z
    .array(
      z.object({
        role: z.string().nullable().describe('A role of the core; null: a post is named instead'),
        post: z
          .object({ key: z.string().describe('Its stable name'), name: wordsOut.describe('What it is called') })
          .nullable()
          .describe('One post of the house; null: a role is named instead'),
      }),
    )
    .describe('Only these decide; the first of them is asked'),
  before: z.string().describe('Key of the stage that waits for it'),
  decisions: z
    .array(
      z.object({
        verdict: z.string().describe('approved or refused'),
        words: z.string().describe('What was said to it; empty: nothing'),
        by: personOut,
        role: z.string().describe('In which role he decided'),
        post: wordsOut.nullable().describe('In which post; null: decided before posts were kept'),
        at: momentOut,
        signedBy: z.string().nullable().describe('Who signed as the customer; null: nobody was asked to'),
        signatureId: idOut('file').nullable().describe('His signature as a picture, under /api/files/{id}; null: none'),
      }),
    )
    .describe('What was decided, the oldest first; the last one counts'),
  needs: z.array(z.string()).describe('Keys of fields that may not be empty as it is given; sent along as `fields`'),
  asks: z.array(z.string()).describe('Keys of fields that may be sent along beside those'),
  signature: z
    .enum(SIGNATURES)
    .nullable()
    .describe('own: signed for rather than decided; customer: the customer signs too; null: a decision'),
  told: z
    .array(
      z.object({
        person: personOut.describe('Who was told that it is given'),
        at: momentOut.describe('When it reached him'),
        knownAt: momentOut.nullable().describe('When he said that he knows; null: not yet'),
      }),
    )
    .describe('Who was told of it, the first first; empty: nobody is, or not yet'),
  can: canOut.describe('decide; ask: ask again for what was refused'),
});
