import { z } from 'zod';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf } from '../platform/http/shapes.ts';
import { ticketNameOut } from '../ticket/shapes.ts';
import { WHATS } from './diary.ts';

const head = {
  person: personOut,
  department: departmentNameOut.nullable().describe('Where he works; null: in none'),
  day: z.string().describe('YYYY-MM-DD'),
  owed: z.boolean().describe('His post keeps a diary; false: he writes it because he wants to'),
  closedAt: momentOrNotYet,
  late: z.boolean().describe('Closed after its day, or not closed though its day is over'),
  done: z.string().describe('What was done besides'),
  next: z.string().describe('What is left for the next day'),
};

export const diaryOut = z.object({
  ...head,
  counts: z
    .array(z.object({ what: z.enum(WHATS).describe('What was done'), n: z.number().describe('How often') }))
    .describe('What stands in the house of this day, by what was done'),
  lines: z
    .array(
      z.object({
        what: z.enum(WHATS).describe('What was done'),
        at: momentOut,
        ticket: ticketNameOut.nullable().describe('On which matter; null: on none, or none that the caller sees'),
      }),
    )
    .describe('Drawn up from what was done, in its order; as it was once the day is closed'),
  can: canOut.describe('close'),
});

export const diaryLineOut = z.object({ id: idOut('diary_day'), ...head });
export const diariesOut = pageOf(diaryLineOut).extend({
  missing: z
    .array(z.object({ person: personOut, n: z.number().describe('How many diaries he owes') }))
    .describe('Who of those the caller sees owes diaries of days that are over, the most first'),
});
