import { z } from 'zod';
import { id, moment, pageQuery } from '../platform/http/shapes.ts';

export const handOverInput = z.strictObject({
  id: id('shift_note').optional().describe("The client's own new id; the same id again hands nothing over twice"),
  postId: id('post').describe('The post that is handed over'),
  lastId: id('shift_note')
    .nullable()
    .describe(
      'The `last` note of the post that was read; null: it had none. Refused when a colleague has handed it over since',
    ),
  toId: id('person').optional().describe('Who takes it; left out: whoever is at the post next'),
  text: z.string().trim().min(1).max(10_000).describe('What the next must know'),
  remarks: z
    .array(
      z.strictObject({
        id: z.uuid().describe('The ticket, notice or round the remark is about, out of the lines'),
        remark: z.string().trim().max(1_000).describe('What is to be known of it'),
      }),
    )
    .max(300)
    .default([])
    .describe('Remarks on single lines'),
});
export type HandOver = z.output<typeof handOverInput>;

export const acceptInput = z.strictObject({
  remark: z.string().trim().max(2_000).default('').describe('A question or remark to whoever handed it over'),
});

export const openQuery = z.strictObject({
  post: id('post').optional().describe('Of this post; left out: the first front desk post the caller is at'),
});

export const notesQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'accepted', 'all']).default('all').describe('open: nobody has accepted it yet'),
  post: id('post').optional().describe('Only of this post'),
  by: id('person').optional().describe('Only those this person handed over'),
  to: id('person').optional().describe('Only those this person accepted'),
  from: moment.optional().describe('Handed over at or after'),
  until: moment.optional().describe('Handed over before'),
});
export type NotesQuery = z.output<typeof notesQuery>;
