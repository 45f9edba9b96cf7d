import { z } from 'zod';
import { momentOut, pageOf, pageQuery } from '../platform/http/shapes.ts';

export const searchAsk = z.strictObject({
  q: z.string().trim().min(1).max(200).describe('Names and pinyin, words, any part of a number, phone or unit'),
  type: z
    .enum(['ticket', 'customer', 'place'])
    .optional()
    .describe('Left out: a few customers and places, then tickets'),
  ...pageQuery,
  limit: pageQuery.limit.default(20),
});
export type SearchAsk = z.output<typeof searchAsk>;

export const foundOut = z.object({
  type: z.enum(['ticket', 'customer', 'place']),
  id: z.string(),
  title: z.string(),
  subtitle: z.string().describe('Who and where, as far as known'),
  number: z.number().optional().describe('Of a ticket'),
  at: momentOut.describe('What "newest" means for it'),
  stageClass: z.string().optional().describe('Of a ticket'),
  kind: z.string().optional().describe('Of a place or customer: what it is'),
});
export const searchOut = pageOf(foundOut);
