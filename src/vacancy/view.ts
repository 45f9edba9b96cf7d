import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf } from '../platform/http/shapes.ts';
import { placeNameOut } from '../ticket/shapes.ts';
import { ENDED_AS, REASONS } from './vacancy.ts';

const inspection = z.object({
  id: idOut('round'),
  dueAt: momentOut,
  state: z.enum(['ahead', 'open', 'late']).describe('ahead: its day has not come; late: owed and overdue'),
});

export const vacancyOut = z.object({
  id: idOut('vacancy'),
  place: placeNameOut,
  since: z.string().describe('Since which day it stands empty, YYYY-MM-DD'),
  reason: z.enum(REASONS).describe('Why it stands empty'),
  note: z.string().describe('What whoever inspects it has to know; empty: nothing'),
  listedBy: personOut.nullable().describe('Who put it on the list; null: taken over'),
  listedAt: momentOut,
  last: z
    .object({
      id: idOut('round'),
      at: momentOut.describe('When it was inspected on the spot'),
      by: personOut,
      faults: z.number().describe('Lines that were not in order'),
    })
    .nullable()
    .describe('The last inspection since it stands empty; null: none yet'),
  next: inspection.nullable().describe('The inspection that is owed next; null: none is, it is off the list'),
  missed: z.number().describe('Inspections since it stands empty that were late or not made'),
  openFaults: z.number().describe('Faults found at inspections that are not settled yet'),
  endedAs: z.enum(ENDED_AS).nullable().describe('How it came off the list; null: it stands on it'),
  endedNote: z.string().describe('What was said of that; empty: nothing'),
  endedBy: personOut.nullable().describe('Who took it off; null: it stands on the list, or came off by itself'),
  endedAt: momentOrNotYet,
  can: canOut.describe('end'),
});

export const vacanciesOut = pageOf(vacancyOut).extend({ can: canOut.describe('list') });
export const listedOut = z.object({ id: idOut('vacancy') });
export const unlistedOut = z.object({
  items: z
    .array(placeNameOut)
    .describe('Units with nobody on file as living or working there, not on the list; 200 at most'),
});
