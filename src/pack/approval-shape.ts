import { z } from 'zod';
import { limitShape } from '../commitment/rule.ts';
import { key, wordsShape } from './shapes.ts';

/** Who may be asked for an approval: those of whom somebody is always found. */
export const APPROVERS = [
  'supervisor',
  'department_head',
  'centre_manager',
  'deputy_general_manager',
  'company_leader',
] as const;

export const approvalShape = z.strictObject({
  key,
  name: wordsShape.describe('What is decided: reviewed, evaluated'),
  by: z.array(z.enum(APPROVERS)).min(1).describe('Only these roles decide; the first of them is asked'),
  before: key.describe('The stage that waits for it'),
  needs: z.array(key).describe('Fields that may not be empty by then'),
  limit: limitShape.describe('By when it is decided, from the moment the approval before it was given'),
});

/** What an approval is owed as. */
export const approvalClock = (approvalKey: string): string => `approve_${approvalKey}`;
