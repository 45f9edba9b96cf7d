import { z } from 'zod';
import { canOut, id, idOut, momentOrNotYet, momentOut, wordsOut } from '../platform/http/shapes.ts';

const department = z
  .object({ id: idOut('department'), name: wordsOut.describe('What it is called') })
  .describe('Whose appointments and promises it holds');

export const makeFeedInput = z.strictObject({
  departmentId: id('department').optional().describe('Of a department that you head; left out: your own'),
});

export const feedMade = z.object({
  id: idOut('calendar_feed'),
  path: z.string().describe('Its secret address, behind the address of the API; told this once'),
});

export const feedsOut = z.object({
  items: z
    .array(
      z.object({
        id: idOut('calendar_feed'),
        department: department.nullable().describe('null: your own'),
        madeAt: momentOut.describe('When its address was made'),
        lastUsedAt: momentOrNotYet.describe('When a program read it last, to ten minutes; null: never yet'),
      }),
    )
    .describe('Yours'),
  departments: z.array(department).describe('Those that you head, and may have a calendar of'),
  names: z.boolean().describe('Names of customers stand in calendars; if not: number, kind and place'),
  can: canOut,
});

export const calendarRuleInput = z.strictObject({
  names: z.boolean().describe('true: names of customers may stand in calendars, of everybody'),
});

export const feedParams = z.object({
  token: z.string().min(20).max(80).describe('The secret, with .ics behind it or without'),
});
