import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { SCORED, scorecardShape } from '../pack/scorecards.ts';
import { canOut, idOut, momentOut, pageOf, versionOut, wordsOut } from '../platform/http/shapes.ts';
import { ticketNameOut } from '../ticket/shapes.ts';

const markOut = z.object({
  line: z.string().describe('Key of the line'),
  name: wordsOut.describe('What was looked at'),
  mark: z.number().describe('On the scale of the scorecard'),
  passed: z.boolean().describe('It is in order'),
  remark: z.string().describe('What was seen'),
  itemId: idOut('work_item').nullable().describe('What he is to mend; null: nothing'),
});

export const reviewLineOut = z.object({
  id: idOut('quality_review'),
  scorecard: z.string().describe('Key of the scorecard'),
  name: wordsOut.describe('What the scorecard was called'),
  of: z.enum(SCORED).describe('What was looked at'),
  person: personOut.describe('Whose work it was'),
  contactId: idOut('contact').nullable().describe('The contact that was scored; null: none was'),
  ticket: ticketNameOut.nullable().describe('The complaint, or a matter of the contact; null: none'),
  fromDay: z.string().nullable().describe('Of a period: its first day'),
  untilDay: z.string().nullable().describe('Of a period: its last day'),
  by: personOut.describe('Who scored it'),
  at: momentOut.describe('When it was scored'),
  best: z.number().describe('The best mark of a line'),
  score: z.number().describe('All marks together'),
  most: z.number().describe('What they could have come to'),
  failed: z.number().describe('How many lines were not in order'),
  remark: z.string().describe('What else was said'),
  marks: z.array(markOut).describe('Line by line'),
});
export type ReviewLine = z.output<typeof reviewLineOut>;
export const reviewsOut = pageOf(reviewLineOut);

export const scorecardsOut = z.object({
  version: versionOut.describe('Version of the settings they stand in; send it back with a change'),
  items: z.array(scorecardShape).describe('All of them, those not offered now too'),
  can: canOut.describe('`give`: score somebody; `change`: word them otherwise'),
});
