import { z } from 'zod';
import { charterShape } from '../pack/charter.ts';
import { line } from '../platform/http/shapes.ts';

export const changeCharterInput = z.strictObject({
  why: line.describe('Why it is worded otherwise; kept with the version'),
  seen: z.number().int().min(0).describe('The version it was made on'),
  charter: charterShape.describe('The whole new wording'),
});
export type ChangeCharter = z.output<typeof changeCharterInput>;
