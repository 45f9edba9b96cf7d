import { z } from 'zod';
import { can } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import { canOut, momentOrNotYet, versionOut } from '../platform/http/shapes.ts';
import { securityShape, securityVersionOf } from './security.ts';

export const securityOut = z.object({
  version: versionOut,
  security: securityShape.describe('What is asked now'),
  at: momentOrNotYet.describe('When this version was made; null: as the program came'),
  can: canOut,
  why: z.string().nullable().describe('Why it was made so; null: as the program came'),
});

/** The rules, and whether the caller may change them: they hold for everybody, so it takes the whole organisation's people. */
export async function readSecurity(context: Context): Promise<z.input<typeof securityOut>> {
  const change = can(context.actor, 'people.edit', { centreId: null });
  return { ...(await securityVersionOf(context.tx)), can: { change } };
}
