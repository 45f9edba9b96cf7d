import { z } from 'zod';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf } from '../platform/http/shapes.ts';
import { ticketNameOut } from '../ticket/shapes.ts';

export const feedbackLineOut = z.object({
  id: idOut('feedback'),
  sort: z.string().describe('complaint: fed back, a reply is owed; opinion: reported, to be acknowledged'),
  department: departmentNameOut.describe('To which it went'),
  addressee: personOut.nullable().describe('Who is in charge; null: the department had no head'),
  text: z.string().describe('What customers say, and what might be better'),
  by: personOut.describe('Who gave it'),
  at: momentOut.describe('When it was given'),
  dueAt: momentOut.nullable().describe('By when it is to be answered; null: nothing is owed'),
  visitId: idOut('return_visit').nullable().describe('The visit at which it was said; null: none'),
  tickets: z.array(ticketNameOut).describe('What it is about, the newest first; 200 at most'),
  answeredAt: momentOrNotYet,
  answeredBy: personOut.nullable().describe('Who answered; null: nobody yet'),
  reply: z.string().nullable().describe('What is done about it; null: nothing said'),
  can: canOut.describe('answer'),
});
export const feedbackOut = pageOf(feedbackLineOut);
