import { leaveByContact } from '../arrival/commands/leave.ts';
import type { Id } from '../kernel/id.ts';
import type { Reaction } from '../platform/context.ts';
import { tellOf } from './tell.ts';

/** Whom somebody came to see hears that he is at the counter. */
export const tellWanted: Reaction = async (context, event) => {
  const { wanted } = event.data as { wanted: Id<'person'> | null };
  if (wanted === null || wanted === context.actor.personId) return;
  await tellOf(context, event, [wanted], { type: 'arrival.waits', params: { by: context.actor.personId } });
};

/** What was taken down of a visitor in the queue ends his visit. */
export const endVisit: Reaction = async (context, event) => {
  const { arrival, matter } = event.data as { arrival?: Id<'arrival'>; matter?: boolean };
  if (arrival === undefined) return;
  const contactId = event.subject.id as Id<'contact'>;
  await leaveByContact(context, { id: arrival, contactId, outcome: matter ? 'matter' : 'settled' });
};
