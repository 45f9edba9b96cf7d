import { z } from 'zod';
import { id } from '../platform/http/shapes.ts';

export const SHARED = ['me', 'post', 'department', 'centre'] as const;

const shared = z
  .enum(SHARED)
  .default('me')
  .describe('With whom: only oneself, whoever holds the same post, the own department, or the centre');

export const savedViewInput = z.strictObject({
  id: id('saved_view').optional().describe("The client's own new id; the same id again keeps nothing twice"),
  name: z.string().trim().min(1).max(60).describe('What it is called'),
  filters: z
    .record(z.string().max(40), z.string().max(200))
    .describe('What narrows and orders the list, as in its address: `{ "late": "true", "sort": "newest" }`'),
  columns: z
    .array(z.string().max(40))
    .max(30)
    .optional()
    .describe('Which columns, in their order; left out: as each likes'),
  shared,
});
