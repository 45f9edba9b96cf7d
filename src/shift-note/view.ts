import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';
import { figuresShape, SORTS } from './shift-note.ts';

const postName = z.object({ id: idOut('post'), name: wordsOut.describe('What the post is called') });
const nameless = personOut.nullable();

const lineOut = z.object({
  sort: z
    .enum(SORTS)
    .describe('promised: owed in the next hours; open: other open tickets; waiting: offered and not taken over'),
  type: z.enum(['ticket', 'rectification', 'round']).describe('What it is, and where it leads'),
  id: z.string().describe('Its identifier'),
  number: z.number().nullable().describe('The number people call it by; null: it has none'),
  title: wordsOut.describe('What it is about'),
  owed: wordsOut.nullable().describe('What is owed on it next; null: nothing'),
  dueAt: momentOut.nullable().describe('By when, as it stood; null: nothing is owed'),
  remark: z.string().describe('What whoever handed it over remarked on it; empty: nothing'),
});

export const openOut = z.object({
  post: postName.describe('The post that would be handed over'),
  from: momentOut.describe('When the shift began: since the last handover, or since coming on duty'),
  now: momentOut.describe('When this was counted'),
  last: z
    .object({ id: idOut('shift_note'), by: personOut, at: momentOut })
    .nullable()
    .describe('The last handover of the post; null: there was none. Send its `id` back as `lastId`'),
  lines: z.array(lineOut).describe('What is open, the most pressing of each sort first'),
  figures: figuresShape.describe('What happened in the shift'),
  next: z.array(personOut).describe('Who could take it: those at the post, on duty first'),
  can: canOut.describe('hand_over'),
});

const note = {
  id: idOut('shift_note'),
  post: postName.describe('The post that was handed over'),
  from: momentOut.describe('When the shift began'),
  handedAt: momentOut.describe('When it was handed over'),
  by: personOut.describe('Who handed it over'),
  to: nameless.describe('Who was to take it; null: whoever is at the post next'),
  acceptBy: momentOut.nullable().describe('By when it is to be accepted'),
  acceptedAt: momentOrNotYet,
  acceptedBy: nameless.describe('Who accepted it; null: nobody yet'),
  late: z.boolean().describe('Not accepted in time, or accepted too late'),
  text: z.string().describe('What the next must know'),
  remark: z.string().nullable().describe('What the one who accepted asks or remarks; null: not accepted yet'),
  count: z.number().describe('How many lines it has'),
};
export const noteLineOut = z.object(note);
export const notesOut = pageOf(noteLineOut);
export const notePageOut = z.object({
  ...note,
  lines: z.array(lineOut).describe('What was open at the moment of writing'),
  figures: figuresShape.describe('What had happened in the shift'),
  can: canOut.describe('accept'),
});
export const handedOut = z.object({ id: idOut('shift_note') });
export const askedOut = z.object({
  postId: idOut('post').nullable().describe('The front desk post the caller is at and has not handed over; null: none'),
});
