import { followServices } from '../contractor/commands/begin-checks.ts';
import { followClasses } from '../document/commands/follow-classes.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { beginCurrentMeetings, followMeetingSorts } from '../meeting/commands/begin-dues.ts';
import { holdersOf } from '../organisation/queries.ts';
import type { Reaction } from '../platform/context.ts';
import { tellOf } from './tell.ts';

/** A centre owes its regular meetings from its first day (MEET-01). */
export const beginFirstMeetings: Reaction = (context) => beginCurrentMeetings(context);

/** Other meetings may be regular by now, archives under another owner, and contractors checked at another interval. */
export const followPapers: Reaction = async (context) => {
  await followMeetingSorts(context);
  await followClasses(context);
  await followServices(context);
};

type Called = { told: Id<'person'>[]; startsAt: Instant };

/** Whoever is invited hears of it, and where it was moved or does not take place. */
export const tellCalled: Reaction = async (context, event) => {
  const { told, startsAt } = event.data as Called;
  await tellOf(context, event, told, {
    type: 'meeting.called',
    params: { by: context.actor.personId, dueAt: startsAt },
  });
};

export const tellCancelled: Reaction = async (context, event) => {
  const { told, startsAt } = event.data as Called;
  await tellOf(context, event, told, {
    type: 'meeting.cancelled',
    params: { by: context.actor.personId, dueAt: startsAt },
  });
};

export const tellToReview: Reaction = async (context, event) => {
  const { post } = event.data as { post: Id<'post'> };
  const holders = await holdersOf(context, { postId: post });
  await tellOf(context, event, holders, { type: 'document.to_review', params: { by: context.actor.personId } });
};

export const tellDecided: Reaction = async (context, event) => {
  const { told } = event.data as { told: Id<'person'>[] };
  await tellOf(context, event, told, { type: 'document.decided', params: { by: context.actor.personId } });
};
