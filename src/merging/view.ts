import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { idOut, momentOut, refusalOut, wordsOut } from '../platform/http/shapes.ts';
import { numberOut, titleOut } from '../ticket/shapes.ts';

const clock = z.object({
  name: wordsOut.describe('What is owed'),
  dueAt: momentOut.describe('When it falls due'),
  of: numberOut.describe('The ticket it runs on now'),
  goesOn: z.boolean().describe('true: it goes on; false: an earlier one of its kind does, or nobody owes it any more'),
});

export const mergePreviewOut = z.object({
  items: z
    .array(
      z.object({
        id: idOut('ticket'),
        number: numberOut,
        title: titleOut,
        owner: personOut.describe('Who answers for it now, and keeps the other in sight afterwards'),
        why: refusalOut.describe('null: it can become part of this one; else why not'),
        workOrders: z.number().describe('Work orders that go along'),
        contacts: z.number().describe('Touches that go along'),
        notes: z.number().describe('What was written on it and is read on this one from then on'),
      }),
    )
    .describe('What would become part of this one'),
  clocks: z.array(clock).describe('Whose clocks go on, the earliest of each kind, and which stop'),
});
