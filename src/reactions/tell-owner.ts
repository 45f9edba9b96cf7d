import type { Reaction } from '../platform/context.ts';
import { ticketById } from '../ticket/facts.ts';
import { tellOf } from './tell.ts';

/** A matter was opened again, by hand or because the customer is dissatisfied (WORK-07): it is his again who is accountable. */
export const tellReopened: Reaction = async (context, event) => {
  const { because } = event.data as { because: string };
  const ticket = await ticketById(context.tx, event.subject.id);
  await tellOf(context, event, [ticket.owner_id], {
    type: 'ticket.reopened',
    params: { by: context.actor.personId, because },
  });
};
