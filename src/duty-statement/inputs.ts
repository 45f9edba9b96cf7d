import { z } from 'zod';
import { line, text } from '../platform/http/shapes.ts';

export const stateInput = z.strictObject({
  text: text.describe('What the post owes, in words'),
  why: line.describe('Why it is stated anew; kept with the version'),
  seen: z.number().int().min(0).describe('The version this was written on, 0 where there was none'),
});
export type StateDuties = z.output<typeof stateInput>;

export const confirmInput = z.strictObject({
  version: z.number().int().min(1).describe('The version that was read; a newer one refuses the confirmation'),
});
