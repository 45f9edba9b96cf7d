import { z } from 'zod';
import { limitShape } from '../commitment/rule.ts';
import type { Limit } from '../commitment/rule.ts';
import { key, wordsShape } from '../pack/shapes.ts';

export const MOST_CLASSES = 30;

const classLimit = z.strictObject({
  owed: key.describe('What is owed, in the word of the kind: first_answer, complete; or of its work: work_arrive'),
  urgency: z
    .enum(['normal', 'urgent', 'emergency'])
    .optional()
    .describe('Only of what is as pressing as this; left out: whatever the kind has no limit of its own for'),
  limit: limitShape,
});

/** A class of customers with the service standard that it carries (CUST-10). */
export const customerClassShape = z
  .strictObject({
    key,
    name: wordsShape,
    limits: z
      .array(classLimit)
      .max(40)
      .describe('Limits of every new case of its customers; what none is named for runs by its kind'),
    contact: limitShape
      .nullable()
      .describe('How long after a contact the next one is owed by whoever has the customer; null: none is'),
    services: z.array(wordsShape).max(30).describe('Services that are included for its customers'),
  })
  .meta({ id: 'CustomerClass', description: 'A class of customers with the service standard that it carries' });
export type CustomerClass = z.infer<typeof customerClassShape>;
export type ClassLimit = CustomerClass['limits'][number];

/** No class, or one that leaves the limits of cases as they are. */
export const NO_STANDARD: readonly ClassLimit[] = [];

/** What a standard says of one clock for what is as pressing as this, or (`undefined`) in general; none where it is silent. */
export function standardFor(
  standard: readonly ClassLimit[],
  owed: string,
  urgency: ClassLimit['urgency'],
): Limit | undefined {
  return standard.find((one) => one.owed === owed && one.urgency === urgency)?.limit;
}
