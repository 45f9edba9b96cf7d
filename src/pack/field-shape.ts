import { z } from 'zod';
import { key, wordsShape } from './shapes.ts';

/** What a kind asks besides title and need. */
export const fieldShape = z.strictObject({
  key,
  name: wordsShape,
  hint: wordsShape.optional().describe('What to write in it, where that is not plain'),
  type: z
    .enum(['text', 'long_text', 'choice', 'yes_no', 'number', 'date'])
    .describe('text is one line, long_text several; a date is YYYY-MM-DD'),
  choices: z
    .array(
      z.strictObject({
        key,
        name: wordsShape,
        internal: z
          .literal(true)
          .optional()
          .describe('Of a complaint or suggestion: our own running caused it, so that the daily record says so'),
        failed: z
          .strictObject({
            department: key.describe('Key of the department whose hands are sent to mend it'),
            saidIn: key.optional().describe('The field that says what is wrong; its words go along with the task'),
            opens: z
              .strictObject({
                kind: key.describe('Key of a kind that asks nothing else as it is opened'),
                pointIn: key.describe('Its field of one line that takes the name of the line'),
              })
              .optional()
              .describe(
                'A matter that is opened besides, for the same customer and place: the notice of a violation. Left out: none',
              ),
            stays: z
              .literal(true)
              .optional()
              .describe(
                'A finding that stays on record: the matter waits for the hands, not for the line to be in order',
              ),
          })
          .optional()
          .describe(
            'Of a line that is inspected: not in order. As it is chosen a work order goes out, and while it stands nothing that needs the field is approved',
          ),
      }),
    )
    .optional()
    .describe('Of a field of type choice'),
  at: z.enum(['intake', 'ticket']).describe('intake: asked for at once; ticket: later, on the ticket'),
  requiredFor: z
    .enum(['open', 'resolve', 'close'])
    .optional()
    .describe('May not be empty when the ticket is opened, resolved or closed; left out: optional'),
  when: z
    .strictObject({
      field: key.describe('Another field of the kind, a choice or a yes-or-no'),
      is: z.union([z.string(), z.boolean()]).describe('The value it must hold: the key of a choice, true or false'),
    })
    .optional()
    .describe('Asked only where another field holds this value; left out: always'),
  requiredAt: z
    .array(
      z.strictObject({
        stage: key.describe('A stage of the kind'),
        on: z.enum(['enter', 'leave']).describe('enter: before a ticket comes to that stage; leave: before it goes on'),
      }),
    )
    .optional()
    .describe('May not be empty when a ticket enters or leaves these stages'),
  anew: z
    .literal(true)
    .optional()
    .describe('Emptied when a ticket is opened again: what was said of the former settling holds no more'),
  indexed: z
    .boolean()
    .optional()
    .describe('Lists of tickets are narrowed by it often: it gets an index within minutes'),
});
