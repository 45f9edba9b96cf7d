import { z } from 'zod';
import { id, moment, pageQuery, text } from '../platform/http/shapes.ts';

export const logErrorInput = z.strictObject({
  id: id('logged_error').optional().describe("The client's own new id; the same id again logs nothing twice"),
  personId: id('person').optional().describe('Whose error it was; left out: one’s own'),
  sort: z.string().max(60).describe('Key of one of the sorts of errors of the house'),
  what: text.describe('What went wrong'),
  lesson: text.describe('What is learnt from it'),
  ticketId: id('ticket').optional().describe('On which matter; left out: on none'),
  happenedAt: moment.optional().describe('When it was, if earlier than now; never later'),
});
export type LogError = z.output<typeof logErrorInput>;

export const errorsQuery = z.strictObject({
  ...pageQuery,
  person: id('person').optional().describe('Only of this person'),
  sort: z.string().max(60).optional().describe('Only of this sort'),
  repeated: z.stringbool().optional().describe('Only those that he had made before, or only first ones'),
  from: moment.optional().describe('Happened at or after'),
  until: moment.optional().describe('Happened before'),
});
export type ErrorsQuery = z.output<typeof errorsQuery>;
