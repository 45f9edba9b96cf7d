import { z } from 'zod';
import { limitShape } from '../commitment/rule.ts';
import { key, wordsShape } from './shapes.ts';

/** Of complaints at least one fifth is visited back (VISIT-14). */
export const LEAST_SHARE_OF_COMPLAINTS = 20;

/** Whether and when somebody asks the customer afterwards. */
export const visitRuleShape = z.strictObject({
  key,
  name: wordsShape,
  when: z
    .array(z.enum(['vip', 'safety_place']))
    .describe('All of these must hold; none means always. The first rule that fits counts'),
  limit: limitShape.describe('By when somebody asks, from resolving on'),
  mostAttempts: z.number().int().positive().describe('After so many tries in vain it ends as unreachable'),
  mayDecline: z.boolean().describe('Whether the customer may decline it (VISIT-08)'),
  share: z
    .number()
    .int()
    .min(1)
    .max(100)
    .optional()
    .describe('So many of a hundred are visited, drawn by chance; left out: all. Of complaints at least 20 (VISIT-14)'),
});
