import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { notify } from '../notification/commands/notify.ts';
import type { Context, Event, Reaction } from '../platform/context.ts';
import { notAlone } from '../training/alone.ts';
import { beginPathOfNewHolder } from '../training/commands/begin-path.ts';
import { tellOf } from './tell.ts';
import { sentBy } from './tell-work-orders.ts';

type Person = Id<'person'>;
type Planned = { people: Person[]; fromAt: Instant };

/** Whoever is to come hears of it, and of every change of it (TRNG-01). */
export const tellInvited: Reaction = async (context, event) => {
  const { people, fromAt } = event.data as Planned;
  await tellOf(context, event, people, {
    type: 'training.invited',
    params: { by: context.actor.personId, dueAt: fromAt },
  });
};

export const tellMoved: Reaction = async (context, event) => {
  const { people, fromAt } = event.data as Planned;
  await tellOf(context, event, people, {
    type: 'training.moved',
    params: { by: context.actor.personId, dueAt: fromAt },
  });
};

export const tellCancelled: Reaction = async (context, event) => {
  const { people, fromAt } = event.data as Planned;
  await tellOf(context, event, people, {
    type: 'training.cancelled',
    params: { by: context.actor.personId, dueAt: fromAt },
  });
};

/** Whoever was given a post walks its pre-job path; who deputises holds none (TRNG-03). */
export const beginPathOfNewcomer: Reaction = async (context, event) => {
  const { postId, deputyRank } = event.data as { postId: Id<'post'>; deputyRank: number | null };
  if (deputyRank === null) await beginPathOfNewHolder(context, postId, event.subject.id as Person);
};

type Begun = { person: Person; coach: Person | null; told: Person | null; dueAt: Instant };

export const tellPathBegun: Reaction = async (context, event) => {
  const { person, coach, told, dueAt } = event.data as Begun;
  const type = coach === null ? 'training.name_coach' : 'training.coach';
  await tellOf(context, event, [told], { type, params: { person, dueAt } });
};

export const tellCoach: Reaction = async (context, event) => {
  const { person, coach, dueAt } = event.data as { person: Person; coach: Person; dueAt: Instant | null };
  await tellOf(context, event, [coach], { type: 'training.coach', params: { person, dueAt } });
};

/** Whoever let him begin, and he himself, know that he works alone now. */
export const tellCompleted: Reaction = async (context, event) => {
  const { person, coach, by } = event.data as { person: Person; coach: Person | null; by: Person };
  await tellOf(context, event, [person, coach, by], { type: 'training.complete', params: { person } });
};

/**
 * Somebody who walks his pre-job path does not work alone: whoever gives him work is warned at once, and his coach hears that he has
 * to go along. The customer need not wait for it: nothing is refused.
 */
async function warn(context: Context, event: Event, personId: Person | null): Promise<void> {
  if (personId === null || context.replaying) return;
  const [walks] = await notAlone(context, [personId]);
  if (!walks) return;
  const told = new Set([context.actor.personId, walks.coachId].filter((one) => one !== null && one !== personId));
  await notify(
    context,
    [...told].map((one) => ({
      type: 'training.not_alone' as const,
      personId: one as Person,
      subject: event.subject,
      ticketId: event.ticketId,
      params: { person: personId },
    })),
  );
}

export const warnOfOrder: Reaction = (context, event) => warn(context, event, sentBy(event));

export const warnOfOffer: Reaction = async (context, event) => {
  const { to } = event.data as { to?: Person };
  await warn(context, event, to ?? null);
};
