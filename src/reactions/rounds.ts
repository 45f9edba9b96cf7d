import type { CommitmentClimb } from '../commitment/fire.ts';
import type { Id } from '../kernel/id.ts';
import type { Context, Reaction } from '../platform/context.ts';
import { beginRoundsAfter } from '../round/commands/begin-rounds.ts';
import { installPlans } from '../round/commands/install-plans.ts';

/** A centre walks the checklists of its pack from its first day (RECP-06, RECP-07, RECP-13, CHAN-10). */
export const beginFirstRounds: Reaction = (context) => installPlans(context);

/** The foot of a round's ladder stands where its day begins: there the round after begins. */
export function isRoundBegun({ commitment, number }: CommitmentClimb): boolean {
  return commitment.subject_type === 'round' && number === 1;
}

export function beginFollowingRounds(context: Context, climbs: readonly CommitmentClimb[]): Promise<void> {
  const begun = climbs.filter(isRoundBegun);
  return beginRoundsAfter(
    context,
    begun.map(({ commitment }) => commitment.subject_id as Id<'round'>),
  );
}
