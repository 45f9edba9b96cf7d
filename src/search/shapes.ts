import { z } from 'zod';
import { momentOut, pageOf, pageQuery } from '../platform/http/shapes.ts';
import { stageOut } from '../ticket/shapes.ts';

const type = z.enum(['ticket', 'customer', 'place', 'message', 'article']);
export const searchAsk = z.strictObject({
  q: z.string().trim().min(1).max(200).describe('Names and pinyin, words, any part of a number, phone or unit'),
  type: type.optional().describe('Left out: a few customers, places, articles and messages, then tickets'),
  ...pageQuery,
  limit: pageQuery.limit.default(20),
});
export type SearchAsk = z.output<typeof searchAsk>;

export const foundOut = z.object({
  type: type.describe('What it is'),
  id: z.string().describe('Of the ticket, customer, place, message or article'),
  title: z
    .string()
    .describe(
      'The title of a ticket, the name of a customer, the code of a place, the subject of a message, the title of an article',
    ),
  subtitle: z.string().describe('Who and where, as far as known'),
  number: z.number().optional().describe('Of a ticket'),
  at: momentOut.describe('What "newest" means for it'),
  stageClass: stageOut.shape.class.optional().describe('Of a ticket: what clocks and figures see'),
  kind: z.string().optional().describe('Of a place, customer or article: what it is; of a message: in, out or note'),
  conversationId: z.string().optional().describe('Of a message: the conversation it stands in'),
});

export const searchOut = pageOf(foundOut);
