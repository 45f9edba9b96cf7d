import { z } from 'zod';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf } from '../platform/http/shapes.ts';
import { ticketNameOut } from '../ticket/shapes.ts';
import { LINE_SORTS } from './daily-record.ts';

const line = {
  id: idOut('daily_record'),
  begins: z.string().describe('The working day, YYYY-MM-DD, where the centre stands'),
  from: momentOut.describe('From when: where the record before ended'),
  until: momentOut.describe('Until when: the end of its day'),
  owner: personOut.nullable().describe('Who owes it; null: nobody'),
  dueAt: momentOut.nullable().describe('By when it is to be handed over; null: nobody owes it'),
  late: z.boolean().describe('Handed over too late, or not handed over though it was due'),
  handedAt: momentOrNotYet,
  handedBy: personOut.nullable().describe('Who handed it over; null: nobody yet'),
  parts: z.number().describe('How many departments it was handed to'),
  acknowledged: z.number().describe('How many of them said that they have it'),
};

export const dailyRecordsOut = pageOf(z.object(line)).extend({
  kept: z
    .object({
      n: z.number().describe('Handed over in time'),
      of: z.number().describe('Days that fell due, or were handed over before'),
    })
    .describe('Of the days of the period asked for'),
});

const item = z.object({
  id: idOut('daily_line').nullable().describe('Of a line that is kept; null: drawn up anew until it is handed over'),
  sort: z.enum(LINE_SORTS).describe('reported in the day; to_solve: from before; internal: caused by our own running'),
  ticket: ticketNameOut.nullable().describe('The record it leads to; null: written by hand'),
  openedAt: momentOut.nullable().describe('When the ticket was opened; null: written by hand'),
  text: z.string().nullable().describe('What was written by hand; null: it is a ticket'),
  by: personOut.nullable().describe('Who wrote it; null: it is a ticket'),
  can: canOut.describe('remove'),
});

const part = z.object({
  department: departmentNameOut.describe('Whose it is'),
  lines: z.array(item).describe('Those reported first, then those still to be solved, then those our running caused'),
  addressee: personOut.nullable().describe('Its head as it was handed over; null: not handed over, or it had none'),
  dueAt: momentOut.nullable().describe('By when the department is to say that it has it; null: nothing is owed'),
  acknowledgedAt: momentOrNotYet,
  acknowledgedBy: personOut.nullable().describe('Who said so; null: nobody yet'),
  can: canOut.describe('acknowledge'),
});

export const dailyRecordPageOut = z.object({
  ...line,
  remark: z.string().nullable().describe('What was said to every department besides; null until it is handed over'),
  departments: z.array(part).describe('A part for each department that it holds something for'),
  choices: z.array(departmentNameOut).describe('Departments that a line may be written for'),
  more: z.boolean().describe('There is more than is shown'),
  can: canOut.describe('write, hand_over'),
});
