import { z } from 'zod';
import { limitShape } from '../commitment/rule.ts';
import { key } from './shapes.ts';

/** A kind whose tickets are made known to households: each has a receipt of its own. */
export const receiptShape = z.strictObject({
  text: key.describe('Field that holds what each household is to know'),
  knowBy: key.describe('Field with the day by which each should have said that it knows'),
  after: key.describe('Approval on which it goes out; what it looked at is changed no more'),
  before: key.describe('Approval that waits until each household knows or was called on in vain'),
  by: z
    .strictObject({ post: key.describe('Key of a post of the house') })
    .describe('Who hands it to those who are not written to, and calls on those who have not said that they know'),
  whom: z
    .enum(['household', 'owner'])
    .optional()
    .describe(
      'household: whoever rents or lives there before whoever owns it; owner: the other way; left out: household',
    ),
  limit: limitShape.describe('To hand it over, and to call on who has not said by the day that he knows'),
});
