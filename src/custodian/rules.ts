import { z } from 'zod';
import { limitShape } from '../commitment/rule.ts';
import { key } from '../pack/shapes.ts';

/** Who has customers given to him, and when he contacts them (ASGN-01, ASGN-02). */
export const custodianRules = z
  .strictObject({
    posts: z.array(key).min(1).max(20).describe('Keys of the posts whose holders have customers given to them'),
    firstContact: limitShape.describe('To contact a customer after he was given, and record it'),
  })
  .meta({ id: 'CustodianRules', description: 'Who has customers given to him, and when he contacts them' });
export type CustodianRules = z.infer<typeof custodianRules>;
