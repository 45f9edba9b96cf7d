import type { Id } from '../kernel/id.ts';
import { whoIsTold } from '../organisation/queries.ts';
import { kindOf } from '../pack/kinds.ts';
import type { Context, Reaction } from '../platform/context.ts';
import { ticketById } from '../ticket/facts.ts';
import type { RulingRole, Ticket } from '../ticket/ticket.ts';
import { headsOfConcerned } from './report-investigation.ts';
import { tellOf } from './tell.ts';

/** Somebody asks above: whoever is asked hears of it (ESCL-01), and for a complaint the departments concerned (COMP-03). */
export const tellRulingAsked: Reaction = async (context, event) => {
  const { ruling, of } = event.data as { ruling: string; of: RulingRole };
  const ticket = await ticketById(context.tx, event.subject.id);
  const asked = await whoIsTold(context, {
    to: of,
    departmentId: ticket.department_id,
    centreId: ticket.centre_id,
  });
  await tellOf(context, event, asked, {
    type: 'ticket.ruling_asked',
    params: { by: context.actor.personId, ruling },
    acknowledge: true,
  });
  const heads = await headsConcerned(context, ticket);
  await tellOf(
    context,
    event,
    heads.filter((head) => !asked.includes(head)),
    { type: 'ticket.put_above', params: { by: context.actor.personId, ruling } },
  );
};

/** Of a complaint that its department cannot solve, problem and opinion go to the departments concerned (COMP-03). */
async function headsConcerned(context: Context, ticket: Ticket): Promise<Id<'person'>[]> {
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  return kind.type === 'complaint' ? headsOfConcerned(context, ticket) : [];
}

/** It was decided: whoever asked, whoever is accountable and the departments concerned go on from there. */
export const tellRuled: Reaction = async (context, event) => {
  const { ruling } = event.data as { ruling: string };
  const ticket = await ticketById(context.tx, event.subject.id);
  const asked = await context.tx
    .selectFrom('ruling')
    .select('asked_by_id')
    .where('id', '=', ruling as Id<'ruling'>)
    .executeTakeFirst();
  await tellOf(context, event, [ticket.owner_id, asked?.asked_by_id, ...(await headsConcerned(context, ticket))], {
    type: 'ticket.ruled',
    params: { by: context.actor.personId, ruling },
  });
};
