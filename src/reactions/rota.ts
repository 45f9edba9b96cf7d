import type { Reaction } from '../platform/context.ts';
import { followPlanning, lookForGaps, watchRotas } from '../rota/commands/look-for-gaps.ts';

/** A centre's rota is watched from its first day. */
export const beginWatching: Reaction = (context) => watchRotas(context);

/** Who is there has changed, or when somebody must be: gaps open and close at once (CHAN-16). */
export const followRota: Reaction = async (context) => {
  if (!context.replaying) await lookForGaps(context);
};

/** Somebody plans: every gap shows at once, and is owed when he has had time to finish. */
export const followHours: Reaction = (context) => followPlanning(context);
