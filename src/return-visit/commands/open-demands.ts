import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { linkTickets } from '../../ticket/commands/link-tickets.ts';
import { openTicket } from '../../ticket/commands/open-ticket.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { MakeVisit } from './make-visit.ts';

/** Each new demand becomes a ticket of the same customer, linked as coming from the visit. Answers with their ids. */
export async function openDemands(context: Context, visited: Ticket, input: MakeVisit): Promise<Id<'ticket'>[]> {
  const opened: Id<'ticket'>[] = [];
  for (const demand of input.demands) {
    const ticket = await openTicket(context, {
      ...demand,
      channel: input.channel,
      customerId: visited.customer_id ?? undefined,
      callerName: input.reachedWhom,
      callerPhone: visited.caller_phone ?? undefined,
      placeId: demand.placeId ?? visited.place_id ?? undefined,
      happenedAt: input.happenedAt,
    });
    await linkTickets(context, visited.id, { toId: ticket.id, why: 'from_visit' });
    opened.push(ticket.id);
  }
  return opened;
}
