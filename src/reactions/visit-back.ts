import type { Reaction } from '../platform/context.ts';
import { createVisit } from '../return-visit/commands/create-visit.ts';
import { followNewRule } from '../return-visit/commands/follow-new-rule.ts';
import { dropVisits } from '../return-visit/commands/drop-visits.ts';
import { ticketById } from '../ticket/facts.ts';

export const dropVisitsOfReopened: Reaction = (context, event) => dropVisits(context, event.subject.id, 'reopened');

export const dropVisitsOfCancelled: Reaction = (context, event) => dropVisits(context, event.subject.id, 'cancelled');

/** A settled matter that turns out another kind is visited by that kind's rules, from the same moment. */
export const visitAsItsNewKind: Reaction = async (context, event) => {
  const ticket = await ticketById(context.tx, event.subject.id);
  if (ticket.stage_class !== 'resolved' || ticket.resolved_at === null) return;
  await dropVisits(context, ticket.id, 'reclassified');
  await createVisit(context, ticket, ticket.resolved_at);
};

/** Taken over to another version of its kind, its visits follow the rules of that one. */
export const visitByNewRule: Reaction = async (context, event) => {
  const ticket = await ticketById(context.tx, event.subject.id);
  await followNewRule(context, ticket, (event.data as { from: number }).from);
};
