import { languageOfActor, mayAlso } from '../organisation/finder.ts';
import { currentKinds, kindOf } from '../pack/kinds.ts';
import type { Reaction } from '../platform/context.ts';
import { linkTickets } from '../ticket/commands/link-tickets.ts';
import { openNewTicket } from '../ticket/commands/open-ticket.ts';
import { ticketById } from '../ticket/facts.ts';
import { openTicketInput } from '../ticket/inputs.ts';

/**
 * A point at which a contractor breaks the rules leads to the violation notice to the owner (RENO-20): a matter of its own, of the
 * same customer and place, that hangs together with the one in which it was found. Nothing where the house has given that kind up.
 */
export const openForFailed: Reaction = async (context, event) => {
  const { field: key } = event.data as { field: string };
  const ticket = await ticketById(context.tx, event.subject.id);
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  const field = kind.fields.find((one) => one.key === key)!;
  const failed = field.choices!.find((choice) => choice.key === ticket.fields[key])?.failed;
  const opened = (await currentKinds(context)).find((one) => one.key === failed?.opens?.kind && !one.kind.retired);
  if (!failed?.opens || !opened) return;
  const language = await languageOfActor(context);
  const point = field.name[language];
  const said = failed.saidIn ? ticket.fields[failed.saidIn] : undefined;
  const found = await openNewTicket(
    mayAlso(context, 'ticket.open'),
    openTicketInput.parse({
      kind: opened.key,
      title: `${opened.kind.name[language]}: ${point}`.slice(0, 200),
      need: typeof said === 'string' ? said : '',
      channel: 'other',
      ...(ticket.customer_id ? { customerId: ticket.customer_id } : {}),
      ...(ticket.place_id ? { placeId: ticket.place_id } : {}),
      fields: { [failed.opens.pointIn]: point },
    }),
  );
  await linkTickets(mayAlso(context, 'ticket.see'), found.id, { toId: ticket.id, why: 'caused_by' });
};
