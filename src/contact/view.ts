import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOut, pageOf } from '../platform/http/shapes.ts';
import { contactLineOut } from './line.ts';

export const contactsOut = pageOf(contactLineOut);
export const contactPageOut = contactLineOut.extend({
  former: z
    .array(
      z.object({
        words: z.string().describe('What had been said to have come of it'),
        changedBy: personOut.describe('Who said something else'),
        changedAt: momentOut.describe('When that was said instead'),
      }),
    )
    .describe('What was said before of what came of it, newest first'),
  pages: z
    .array(
      z.object({
        id: idOut('file').describe('Under /api/files/{id}'),
        name: z.string().describe('Its name as a file'),
        type: z.string().describe('image/jpeg, image/png, image/webp, image/heic or application/pdf'),
      }),
    )
    .describe(
      'What was brought in writing, page by page, where it opened no matter; else the pages stand on the matter',
    ),
  can: canOut,
});
