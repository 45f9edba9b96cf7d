import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { canOut, momentOut, pageOf } from '../platform/http/shapes.ts';
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
  can: canOut,
});
