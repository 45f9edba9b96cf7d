import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { allOf, canOut, idOut, momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';
import { ticketNameOut } from '../ticket/shapes.ts';

export const errorLineOut = z.object({
  id: idOut('logged_error'),
  person: personOut.describe('Whose error it was'),
  sort: z.string().describe('Key of its sort'),
  sortName: wordsOut.nullable().describe('What that sort is called; null: the house has it no more'),
  what: z.string().describe('What went wrong'),
  lesson: z.string().describe('What is learnt from it'),
  ticket: ticketNameOut.nullable().describe('On which matter; null: on none'),
  happenedAt: momentOut.describe('When it was'),
  by: personOut.describe('Who logged it'),
  at: momentOut.describe('When it was logged'),
  nth: z.number().describe('The how manieth of this sort by him it is; from the second on it is a repetition'),
});
export type ErrorLine = z.output<typeof errorLineOut>;
export const errorsOut = pageOf(errorLineOut);

export const errorSortsOut = allOf(z.object({ key: z.string().describe('What is stored and sent'), name: wordsOut }))
  .extend({ can: canOut.describe('`others`: log errors of others, too') })
  .describe('Under what an error is logged');
