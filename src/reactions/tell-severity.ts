import { whoAreTold } from '../organisation/queries.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Reaction } from '../platform/context.ts';
import { ticketById } from '../ticket/facts.ts';
import { tellOf } from './tell.ts';

/**
 * A complaint is major, or gravely harms image or interests: those whom the house names for that grade hear at once, at
 * night too, and are asked to say that they know (COMP-05 to COMP-08, PRIN-07).
 */
export const tellSeverity: Reaction = async (context, event) => {
  const { severity } = event.data as { severity: string };
  const { severities } = await settingsOf(context);
  const grade = severities.find(({ key }) => key === severity);
  if (!grade) return;
  const ticket = await ticketById(context.tx, event.subject.id);
  const where = { ownerId: ticket.owner_id, departmentId: ticket.department_id, centreId: ticket.centre_id };
  const people = await whoAreTold(
    context,
    grade.tell.map((to) => ({ to, ...where })),
  );
  await tellOf(context, event, people.flat(), {
    type: 'ticket.severity_raised',
    params: { severity, by: context.actor.personId },
    acknowledge: true,
  });
};
