import type { Id } from '../kernel/id.ts';
import { Refused } from '../kernel/refusal.ts';
import type { Context } from '../platform/context.ts';
import type { Flat } from './estate.ts';
import type { Matter } from './matter.ts';
import type { Stage } from './stage.ts';

/** One matter of the demo on its way. */
export type Case = { ticketId: Id<'ticket'>; desk: string; matter: Matter; flat: Flat };

/** A step that the rules refuse at this moment is left out, as people leave it out: the matter simply stays as it is. */
export async function attempt(
  stage: Stage,
  who: string,
  act: (context: Context) => Promise<unknown>,
): Promise<boolean> {
  try {
    await stage.as(who, act);
    return true;
  } catch (fault) {
    if (fault instanceof Refused) return false;
    throw fault;
  }
}
