import { z } from 'zod';
import { tokenOut } from '../auth/inputs.ts';
import { personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf } from '../platform/http/shapes.ts';
import { ANSWERS } from './token-review.ts';

const person = personOut.nullable();

const line = {
  id: idOut('token_review'),
  begins: z.string().describe('First day of its quarter, YYYY-MM-DD'),
  from: momentOut.describe('When its quarter begins, where the post stands that owes it'),
  until: momentOut.describe('When the next quarter begins'),
  owner: person.describe('Who owes it; null: nobody holds the post'),
  dueAt: momentOut.nullable().describe('By when it is owed'),
  late: z.boolean().describe('It is owed still, or was completed, after that moment'),
  completedAt: momentOrNotYet,
  completedBy: person.describe('Who completed it; null: nobody yet'),
  kept: z.number().describe('Tokens kept so far'),
  ended: z.number().describe('Tokens ended so far'),
};

export const reviewLineOut = z.object(line);
export const reviewsOut = pageOf(reviewLineOut);

const reviewed = tokenOut.extend({
  person: personOut.describe('Whose it is'),
  answer: z.enum(ANSWERS).nullable().describe('What was decided; null: nothing yet'),
  by: person.describe('Who decided; null: nobody yet'),
  at: momentOut.nullable().describe('When it was decided; null: not yet'),
  gone: z.boolean().describe('It opens nothing any more: it ended, here or elsewhere, or ran out'),
});

export const reviewOut = z.object({
  ...line,
  unanswered: z.number().describe('Tokens of which nothing was decided yet'),
  tokens: z.array(reviewed).describe('Those undecided first, then the newest first; as they stood when decided'),
  more: z.boolean().describe('There are more tokens than are shown; they come up as others are decided'),
  remarks: z.string().nullable().describe('What was noticed; null: nothing, or it is not completed yet'),
  can: canOut.describe('answer, complete'),
});
