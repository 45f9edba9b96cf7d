import { whoAreTold } from '../organisation/queries.ts';
import type { Id } from '../kernel/id.ts';
import type { Context, Reaction } from '../platform/context.ts';
import { thingOf, ticketById } from '../ticket/facts.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { tellOf } from './tell.ts';

/** The heads of every department that a ticket concerns: its own, and those with a part in it. */
export async function headsOfConcerned(context: Context, ticket: Ticket): Promise<Id<'person'>[]> {
  const { departments } = await thingOf(context.tx, ticket);
  const concerned = [...new Set(departments)].filter((id) => id !== null) as Id<'department'>[];
  const heads = await whoAreTold(
    context,
    concerned.map((departmentId) => ({ to: 'department_head', departmentId })),
  );
  return [...new Set(heads.flat())];
}

/** What the same-day inquiry found goes to the head of every department concerned (COMP-02). */
export const reportInvestigation: Reaction = async (context, event) => {
  const ticket = await ticketById(context.tx, event.subject.id);
  await tellOf(context, event, await headsOfConcerned(context, ticket), {
    type: 'ticket.investigated',
    params: { by: context.actor.personId },
  });
};
