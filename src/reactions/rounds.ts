import type { CommitmentClimb } from '../commitment/fire.ts';
import type { Reaction } from '../platform/context.ts';
import { isAtTheFoot } from './at-the-foot.ts';
import { installPlans } from '../round/commands/install-plans.ts';

/** A centre walks the checklists of its pack from its first day (RECP-06, RECP-07, RECP-13, CHAN-10). */
export const beginFirstRounds: Reaction = (context) => installPlans(context);

/** The foot of a round's ladder stands where its day begins. */
export function isRoundBegun(climb: CommitmentClimb): boolean {
  return climb.commitment.subject_type === 'round' && isAtTheFoot(climb);
}
