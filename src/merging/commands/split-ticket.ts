import type { z } from 'zod';
import { tieContactsOf } from '../../contact/commands/tie-contacts.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { copyNotes } from '../../ticket/commands/copy-notes.ts';
import { linkTickets } from '../../ticket/commands/link-tickets.ts';
import { openTicket } from '../../ticket/commands/open-ticket.ts';
import { allow, lockTicket } from '../../ticket/facts.ts';
import { openTicketInput } from '../../ticket/inputs.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { whyNotChange } from '../../ticket/ticket.ts';
import type { splitInput } from '../inputs.ts';

/**
 * Two matters were told in one breath: one of them becomes a ticket of its own, with a kind of its own, whose clocks run from when
 * it was told. Notes and touches that are named stand on both, and the two are linked.
 */
export async function splitTicket(context: Context, id: string, input: z.output<typeof splitInput>): Promise<Ticket> {
  const from = await lockTicket(context, id);
  await allow(context, 'ticket.handle', from);
  const before =
    input.id && (await context.tx.selectFrom('ticket').selectAll().where('id', '=', input.id).executeTakeFirst());
  if (before) return before;
  orRefuse(whyNotChange(from));
  const split = await openTicket(context, {
    ...openTicketInput.parse({
      kind: input.kind,
      title: input.title,
      need: input.need,
      fields: input.fields,
      channel: from.channel,
    }),
    ...(input.id ? { id: input.id } : {}),
    ...(from.customer_id ? { customerId: from.customer_id } : {}),
    ...(from.caller_name ? { callerName: from.caller_name } : {}),
    ...(from.caller_phone ? { callerPhone: from.caller_phone } : {}),
    ...(from.place_id ? { placeId: from.place_id } : {}),
    happenedAt: from.opened_at,
  });
  await linkTickets(context, split.id, { toId: from.id, why: 'split_from' });
  await copyNotes(context, from, split.id, input.noteIds);
  if (input.contactIds.length > 0) await tieContactsOf(context, from.id, split.id, input.contactIds);
  await record(
    context,
    {
      subject: { type: 'ticket', id: from.id },
      type: 'ticket.split_off',
      data: { to: split.id, number: split.number },
    },
    {
      subject: { type: 'ticket', id: split.id },
      type: 'ticket.split_from',
      data: { from: from.id, number: from.number },
    },
  );
  return split;
}
