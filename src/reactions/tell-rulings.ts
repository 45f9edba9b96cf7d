import type { Id } from '../kernel/id.ts';
import { whoIsTold } from '../organisation/queries.ts';
import type { Reaction } from '../platform/context.ts';
import { ticketById } from '../ticket/facts.ts';
import type { RulingRole } from '../ticket/ticket.ts';
import { tell } from './tell.ts';

/** Somebody asks above: whoever is asked hears of it (ESCL-01, COMP-03). */
export const tellRulingAsked: Reaction = async (context, event) => {
  const { ruling, of } = event.data as { ruling: string; of: RulingRole };
  const ticket = await ticketById(context.tx, event.subject.id);
  const asked = await whoIsTold(context, {
    to: of,
    departmentId: ticket.department_id,
    centreId: ticket.centre_id,
  });
  await tell(context, asked, {
    type: 'ticket.ruling_asked',
    subject: event.subject,
    ticketId: event.ticketId,
    params: { by: context.actor.personId, ruling },
    acknowledge: true,
  });
};

/** It was decided: whoever asked, and whoever is accountable, go on from there. */
export const tellRuled: Reaction = async (context, event) => {
  const { ruling } = event.data as { ruling: string };
  const ticket = await ticketById(context.tx, event.subject.id);
  const asked = await context.tx
    .selectFrom('ruling')
    .select('asked_by_id')
    .where('id', '=', ruling as Id<'ruling'>)
    .executeTakeFirst();
  await tell(context, [ticket.owner_id, asked?.asked_by_id], {
    type: 'ticket.ruled',
    subject: event.subject,
    ticketId: event.ticketId,
    params: { by: context.actor.personId, ruling },
  });
};
