import { keepCommitments } from '../commitment/commands/keep-commitments.ts';
import type { Reaction } from '../platform/context.ts';
import { createVisit } from '../return-visit/commands/create-visit.ts';
import { ticketById } from '../ticket/facts.ts';
import { giversNow } from './giver.ts';
import { tellOf } from './tell.ts';

/**
 * A matter is settled: it is visited back, counted from when it was settled (VISIT-01); nobody owes an answer to its urgings
 * any more; and a task is reported back to the superior who gave it, or whoever stands for him since he left (ASGN-05).
 */
export const followSettled: Reaction = async (context, event) => {
  const ticket = await ticketById(context.tx, event.subject.id);
  await createVisit(context, ticket, event.happenedAt);
  await keepCommitments(context, {
    subjectId: ticket.id,
    kinds: ['answer_urging'],
    happenedAt: event.happenedAt,
  });
  await tellOf(context, event, ticket.given_by_id ? await giversNow(context, ticket.given_by_id) : [], {
    type: 'ticket.task_done',
    params: { by: context.actor.personId },
  });
};
