import { whoAreTold } from '../organisation/queries.ts';
import type { Reaction } from '../platform/context.ts';
import { thingOf, ticketById } from '../ticket/facts.ts';
import { tell } from './tell.ts';

/** What the same-day inquiry found goes to the head of every department concerned (COMP-02). */
export const reportInvestigation: Reaction = async (context, event) => {
  const ticket = await ticketById(context.tx, event.subject.id);
  const { departments } = await thingOf(context.tx, ticket);
  const concerned = [...new Set(departments)].filter((id) => id !== null);
  const heads = await whoAreTold(
    context,
    concerned.map((departmentId) => ({
      to: 'department_head',
      departmentId: departmentId as typeof ticket.department_id,
    })),
  );
  await tell(context, heads.flat(), {
    type: 'ticket.investigated',
    subject: event.subject,
    ticketId: event.ticketId,
    params: { by: context.actor.personId },
  });
};
