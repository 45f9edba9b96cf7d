import { z } from 'zod';
import { id } from '../platform/http/shapes.ts';

export const phrasesQuery = z.strictObject({
  conversation: id('conversation').optional().describe('In which conversation one writes; left out: in none'),
  ticket: id('ticket').optional().describe('Of which matter one speaks; left out: of none yet'),
});
export type PhrasesQuery = z.output<typeof phrasesQuery>;

export const lookThroughInput = z.strictObject({
  text: z.string().max(10_000).describe('What is being written to a customer'),
});
