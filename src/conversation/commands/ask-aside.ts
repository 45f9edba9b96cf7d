import { channelsInUse } from '../../channel/channels.ts';
import { KIND_FACTS } from '../../channel/kinds.ts';
import type { Channel } from '../../channel/port.ts';
import type { Id } from '../../kernel/id.ts';
import { NotFound, orRefuse, Refused, refusal } from '../../kernel/refusal.ts';
import { plus } from '../../kernel/time.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { allow, lockTicket } from '../../ticket/facts.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { isThere } from '../facts.ts';
import type { Aside } from '../inputs.ts';
import { beginConversation } from './begin-conversation.ts';
import { sendOut } from './send-out.ts';

/**
 * Asks somebody who is not the customer about a matter, by mail: a firm, an office. A conversation of its own begins, whose answers come
 * into the matter; its customer has no part in it and sees nothing of it. The same ids send nothing twice.
 */
export async function askAside(context: Context, ticketId: Id<'ticket'>, input: Aside): Promise<void> {
  const ticket = await lockTicket(context, ticketId);
  await allow(context, 'ticket.see', ticket);
  orForbid(can(context.actor, 'conversation.answer', { centreId: ticket.centre_id }));
  if (await isThere(context, input.conversationId, input.id)) return;
  const channel = await mailboxFor(context, ticket, input.channelId);
  const conversation = await beginConversation(context, channel, {
    id: input.conversationId,
    centre_id: ticket.centre_id,
    department_id: null,
    subject: input.subject,
    correspondent: input.to.address.toLowerCase(),
    correspondent_name: input.to.name,
    customer_id: null,
    about_id: ticket.id,
    owner_id: actingPerson(context),
  });
  const sendAt = plus(context.now, KIND_FACTS[channel.kind].undoFor);
  await sendOut(context, conversation, channel, { ...input, sendAt, closes: false, evenSo: true });
  await context.tx
    .insertInto('message_ticket')
    .values({ message_id: input.id, ticket_id: ticket.id, by_id: actingPerson(context), at: context.now })
    .execute();
  await record(context, {
    subject: { type: 'conversation', id: conversation.id },
    type: 'conversation.aside_begun',
    ticketId: ticket.id,
    data: { message: input.id, sendAt },
  });
}

async function mailboxFor(context: Context, ticket: Ticket, wanted: Id<'channel'> | undefined): Promise<Channel> {
  const boxes = (await channelsInUse(context)).filter(
    ({ kind, centre_id }) => kind === 'mail' && centre_id === ticket.centre_id,
  );
  const box =
    wanted === undefined
      ? (boxes.find(({ off_at }) => off_at === null) ?? boxes[0])
      : boxes.find(({ id }) => id === wanted);
  if (!box) throw wanted === undefined ? new Refused('channel.no_mailbox') : new NotFound('channel.unknown');
  orRefuse(box.off_at === null ? null : refusal('channel.off'));
  return box;
}
