import { z } from 'zod';
import { canOut, momentOut, pageOf } from '../platform/http/shapes.ts';
import { contactLineOut } from './line.ts';

export const contactsOut = pageOf(contactLineOut);
export const contactPageOut = contactLineOut.extend({
  former: z
    .array(
      z.object({ words: z.string(), changedBy: z.object({ id: z.string(), name: z.string() }), changedAt: momentOut }),
    )
    .describe('What was said before of what came of it, newest first'),
  can: canOut,
});
