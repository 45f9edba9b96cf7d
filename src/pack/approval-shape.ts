import { z } from 'zod';
import { limitShape } from '../commitment/rule.ts';
import { APPROVER_ROLES } from './approver.ts';
import { key, wordsShape } from './shapes.ts';

/** How an approval is given by signature: by whoever does it, or by the customer too. */
export const SIGNATURES = ['own', 'customer'] as const;

export const approverShape = z
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
  needs: z.array(key).describe('Fields that may not be empty by then; whoever decides may fill them in as he does'),
  asks: z.array(key).optional().describe('Fields that he may fill in beside those'),
  signature: z
    .enum(SIGNATURES)
    .optional()
    .describe(
      'It is signed for rather than decided. own: by whoever does it, such as a cashier; customer: by the customer too, after which what was signed for is changed no more',
    ),
  tells: z
    .array(
      z.union([
        z.strictObject({ post: key.describe('Key of a post of the house') }),
        z.strictObject({ department: key.describe('Key of a department: whoever heads it is told') }),
      ]),
    )
    .optional()
    .describe('Who hears of it as it is given, and is asked to say that he knows'),
  paid: z
    .literal(true)
    .optional()
    .describe(
      'It waits for the money: given only once a receipt for the matter is on record and nothing of it is owed',
    ),
  papers: z
    .literal(true)
    .optional()
    .describe('It waits for the papers of the kind: given only once each that must be brought was found in order'),
  anew: z
    .literal(true)
    .optional()
    .describe('Given anew after a ticket was opened again; left out: it goes on counting'),
  limit: limitShape.describe('By when it is decided, from the moment it is asked for'),
});

/** What an approval is owed as. */
export const approvalClock = (approvalKey: string): string => `approve_${approvalKey}`;
