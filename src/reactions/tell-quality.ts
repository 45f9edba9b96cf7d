import type { Id } from '../kernel/id.ts';
import { whoIsTold } from '../organisation/queries.ts';
import type { Reaction } from '../platform/context.ts';
import { tellOf } from './tell.ts';

/** Whoever was scored hears of it. */
export const tellReviewed: Reaction = async (context, event) => {
  const { to, failed } = event.data as { to: Id<'person'>; failed: number };
  const params = { by: context.actor.personId, open: failed };
  await tellOf(context, event, [to], { type: 'quality_review.given', params });
};

type Logged = { of: Id<'person'>; nth: number; centre: Id<'centre'> };

/** The same sort of error again: whoever stands over him hears of it (QUAL-14). */
export const tellRepeatedError: Reaction = async (context, event) => {
  const { of, nth, centre } = event.data as Logged;
  if (nth < 2) return;
  const above = await whoIsTold(context, { to: 'supervisor', ownerId: of, centreId: centre });
  await tellOf(context, event, above, { type: 'error.repeated', params: { person: of, count: nth } });
};
