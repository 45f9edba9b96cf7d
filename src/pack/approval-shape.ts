import { z } from 'zod';
import { limitShape } from '../commitment/rule.ts';
import { APPROVER_ROLES } from './approver.ts';
import { key, wordsShape } from './shapes.ts';

const approverShape = z
  .union([z.enum(APPROVER_ROLES), z.strictObject({ post: key.describe('Key of a post of the house') })])
  .describe('A role of the core, or one post of the house, whatever its role');

export const approvalShape = z.strictObject({
  key,
  name: wordsShape.describe('What is decided: reviewed, evaluated'),
  by: z.array(approverShape).min(1).describe('Only these decide; the first of them is asked'),
  from: key
    .optional()
    .describe('Asked for when a ticket comes to this stage, each time anew; left out: right after the one before it'),
  before: key.describe('The stage that waits for it'),
  needs: z.array(key).describe('Fields that may not be empty by then'),
  limit: limitShape.describe('By when it is decided, from the moment it is asked for'),
});

/** What an approval is owed as. */
export const approvalClock = (approvalKey: string): string => `approve_${approvalKey}`;
