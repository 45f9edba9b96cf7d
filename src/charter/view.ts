import { z } from 'zod';
import { charterShape } from '../pack/charter.ts';
import { canOut, versionOut } from '../platform/http/shapes.ts';

export const charterOut = z.object({
  version: versionOut.describe('Version of the settings it stands in; send it back with a change'),
  charter: charterShape.nullable().describe('What the house stands for; null: nobody has worded it'),
  can: canOut.describe('`change`: word it otherwise'),
});
