import type { CommitmentClimb } from '../commitment/fire.ts';
import type { Id } from '../kernel/id.ts';
import { whoIsTold } from '../organisation/queries.ts';
import type { Context, Reaction } from '../platform/context.ts';
import { beginCurrentSpotChecks } from '../spot-check/commands/begin-spot-checks.ts';
import { drawSpotChecks } from '../spot-check/commands/draw-spot-checks.ts';
import { followPlan } from '../spot-check/commands/follow-plan.ts';
import { installPlans } from '../spot-check/commands/install-plans.ts';
import { checkOwedBy } from '../spot-check/facts.ts';
import { isAtTheFoot } from './at-the-foot.ts';
import { tellOf } from './tell.ts';

/** A centre owes the checks of its first period from its first day (VISIT-05, ESCL-09). */
export const beginFirstSpotChecks: Reaction = async (context) => {
  await installPlans(context);
  await beginCurrentSpotChecks(context);
};

export const followChangedPlan: Reaction = (context, event) =>
  followPlan(context, (event.data as { plan: string }).plan);

/**
 * The foot of a check's ladder stands at the end of its period: there the sample is drawn, once. Answers with the climbs of
 * which somebody is still to hear: of a period into which nothing fell there is nothing to say.
 */
export async function drawDueSpotChecks(
  context: Context,
  climbs: readonly CommitmentClimb[],
): Promise<readonly CommitmentClimb[]> {
  const over = climbs.filter((climb) => climb.commitment.subject_type === 'spot_check' && isAtTheFoot(climb));
  const ids = over.map(({ commitment }) => commitment.subject_id as Id<'spot_check'>);
  const empty: ReadonlySet<string> = await drawSpotChecks(context, ids);
  return empty.size === 0 ? climbs : climbs.filter(({ commitment }) => !empty.has(commitment.subject_id));
}

/** What the checker did himself is looked at by whoever stands over him, who hears of it as it is drawn. */
export const tellOwnWorkDrawn: Reaction = async (context, event) => {
  const { own } = event.data as { own: number };
  if (own === 0) return;
  const { ownerId, postId } = await checkOwedBy(context.tx, event.subject.id as Id<'spot_check'>);
  const above = await whoIsTold(context, { to: 'supervisor', ownerId, postId });
  await tellOf(context, event, above, { type: 'spot_check.own_work', params: { by: ownerId, open: own } });
};

/** Whoever stands over the checker hears what the check came to (PRIN-13). */
export const tellSpotCheck: Reaction = async (context, event) => {
  const { failed, drawn } = event.data as { failed: number; drawn: number };
  if (drawn === 0) return;
  const above = await whoIsTold(context, { to: 'supervisor', ownerId: context.actor.personId });
  await tellOf(context, event, above, {
    type: 'spot_check.completed',
    params: { by: context.actor.personId, number: failed, open: drawn },
  });
};
