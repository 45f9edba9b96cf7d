import { z } from 'zod';
import { wordsShape } from './shapes.ts';

/** What the house stands for, before everybody who works here (QUAL-12). */
export const charterShape = z
  .strictObject({
    tenet: wordsShape.describe('What it wants to be for those it serves, in one line'),
    goal: wordsShape.describe('What it wants to reach'),
    customers: wordsShape.describe('Whom it is there for'),
    values: z.array(wordsShape).max(12).describe('What it holds to'),
  })
  .meta({ id: 'Charter', description: 'What the house stands for' });
export type Charter = z.infer<typeof charterShape>;
