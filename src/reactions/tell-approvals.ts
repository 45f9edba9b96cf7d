import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Reaction } from '../platform/context.ts';
import { ticketById } from '../ticket/facts.ts';
import { tellOf } from './tell.ts';

type Approval = { approval: string };

/** A step of a matter waits for somebody's approval: he hears of it. */
export const tellToApprove: Reaction = async (context, event) => {
  const { approval, person } = event.data as Approval & { person: Id<'person'> | null };
  await tellOf(context, event, [person], { type: 'ticket.to_approve', params: { approval }, acknowledge: true });
};

/** Decided either way: whoever answers for the matter goes on from there. */
export const tellApproval: Reaction = async (context, event) => {
  const { approval } = event.data as Approval;
  const { owner_id: owner } = await ticketById(context.tx, event.subject.id);
  const verdict = event.type === 'ticket.approved' ? 'approved' : 'refused';
  const params = { by: context.actor.personId, approval, verdict };
  await tellOf(context, event, [owner], { type: 'ticket.approval_given', params });
};

/** Given, and for some to know: security that passes came back, the site's supervisor that works begin (RENO-07, RENO-08). */
export const tellOfApproval: Reaction = async (context, event) => {
  const { approval, person } = event.data as Approval & { person: Id<'person'> };
  const params = { by: context.actor.personId, approval };
  await tellOf(context, event, [person], { type: 'ticket.approval_told', params, acknowledge: true });
};

/** A suggestion is with a department now: whoever heads it is to say what becomes of it (CONS-08). */
export const tellProposalPassed: Reaction = async (context, event) => {
  const { head } = event.data as { head: Id<'person'> | null };
  const params = { by: context.actor.personId };
  await tellOf(context, event, [head], { type: 'proposal.passed', params, acknowledge: true });
};

export const tellProposalAnswered: Reaction = async (context, event) => {
  const { became } = event.data as { became: string };
  const { owner_id: owner } = await ticketById(context.tx, event.subject.id);
  const params = { by: context.actor.personId, became };
  await tellOf(context, event, [owner], { type: 'proposal.answered', params });
};

export const tellProposalPlanned: Reaction = async (context, event) => {
  const { person, dueAt } = event.data as { person: Id<'person'>; dueAt: Instant };
  const params = { by: context.actor.personId, dueAt };
  await tellOf(context, event, [person], { type: 'proposal.planned', params, acknowledge: true });
};
