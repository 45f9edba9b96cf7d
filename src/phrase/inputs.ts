import { z } from 'zod';
import { id } from '../platform/http/shapes.ts';

export const phrasesQuery = z.strictObject({
  ticket: id('ticket').optional().describe('Of which matter one speaks; left out: of none yet'),
});
export type PhrasesQuery = z.output<typeof phrasesQuery>;
