import { z } from 'zod';
import { limitShape } from '../commitment/rule.ts';
import { personOut } from '../organisation/shapes.ts';
import { allOf, canOut, momentOut, wordsOut } from '../platform/http/shapes.ts';
import { customerNameOut } from '../ticket/shapes.ts';

export const classNameOut = z
  .object({ key: z.string().describe('Key of the class'), name: wordsOut.describe('What it is called') })
  .meta({ id: 'ClassName', description: 'A class of customers' });

const standardOut = classNameOut.extend({
  limits: z
    .array(
      z.object({
        owed: z.string().describe('What is owed, in the word of the kind or its work'),
        name: wordsOut.describe('What that is called'),
        urgency: z.string().nullable().describe('Only of what is as pressing as this; null: in general'),
        limit: limitShape,
      }),
    )
    .describe('Limits of every new case of its customers'),
  contact: limitShape.nullable().describe('How long after a contact the next is owed; null: none is'),
  services: z.array(wordsOut).describe('Services that are included'),
});

export const classesOut = allOf(
  standardOut.extend({ customers: z.number().describe('How many customers I see stand under it themselves') }),
).extend({
  without: z.number().describe('How many customers I see stand under none themselves'),
  can: canOut.describe('classify'),
});
export type ClassesView = z.output<typeof classesOut>;

export const classOfCustomerOut = z.object({
  class: standardOut.nullable().describe('Under which he stands, with its standard as it is now; null: under none'),
  by: customerNameOut.nullable().describe('The household or firm whose class it is; null: his own, or there is none'),
  history: z
    .array(
      z.object({
        class: classNameOut.nullable().describe('Under which he stood from then on; null: under none'),
        why: z.string().describe('By what he was classified so'),
        by: personOut.describe('Who said so'),
        at: momentOut.describe('From when'),
      }),
    )
    .describe('Each time it was said of him, the newest first'),
  can: canOut.describe('classify'),
});
export type ClassOfCustomer = z.output<typeof classOfCustomerOut>;

export const classifiedOut = z.object({ changed: z.number().describe('How many stand under another class now') });
