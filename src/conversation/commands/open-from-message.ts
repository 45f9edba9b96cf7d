import type { z } from 'zod';
import { channelOf } from '../../channel/channels.ts';
import { customerAt } from '../../channel/customer-at.ts';
import { touchOf } from '../../channel/kinds.ts';
import type { Channel } from '../../channel/port.ts';
import { sayPurpose } from '../../contact/commands/say-of-contacts.ts';
import { tie } from '../../contact/commands/record-contact.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { openNewTicket } from '../../ticket/commands/open-ticket.ts';
import { promiseReply } from '../../ticket/commands/promise-reply.ts';
import { lockTicket, allow } from '../../ticket/facts.ts';
import { aroundOf } from '../../ticket/search.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { issueNewWorkOrder } from '../../work-order/commands/issue-work-order.ts';
import type { Conversation } from '../conversation.ts';
import type { Named } from '../facts.ts';
import { lockOwn, messagesOf } from '../facts.ts';
import type { joinInput, OpenFrom } from '../inputs.ts';
import { goOn } from '../../ticket/commands/move-stage.ts';

/**
 * A matter made of one or several messages: it was said when the first of them was written, by whoever wrote it. One message may
 * open several; the conversation goes on with all of them. Answers the ticket's id.
 */
export async function openFromMessage(
  context: Context,
  id: Id<'conversation'>,
  { messageIds, ticket, purpose, workOrder, promise }: OpenFrom,
): Promise<Id<'ticket'>> {
  const conversation = await lockOwn(context, id);
  const ticketId = ticket.id ?? newId<'ticket'>(context.now);
  if (await isThere(context, ticketId)) return ticketId;
  const messages = await messagesOf(context, id, messageIds);
  const [first] = messages.filter(({ direction }) => direction === 'in');
  if (!first) throw new Invalid('message.not_theirs', { path: 'messageIds' });
  const channel = await channelOf(context, conversation.channel_id);
  const { customerId, callerName } = await whoseMatter(context, channel, conversation, first);
  const around = await aroundOf(context, customerId, ticket.placeId);
  const opened = await openNewTicket(
    context,
    {
      ...ticket,
      id: ticketId,
      need: ticket.need === '' ? first.text.slice(0, 10_000) : ticket.need,
      channel: touchOf(channel),
      customerId,
      callerName,
      happenedAt: first.recorded_at,
    },
    around,
  );
  const contacts = messages.flatMap(({ contact_id }) => contact_id ?? []);
  await sayPurpose(context, contacts, purpose);
  await join(context, conversation, messages, opened);
  if (workOrder) await issueNewWorkOrder(context, opened, workOrder);
  if (promise) await promiseReply(context, opened.id, promise);
  return ticketId;
}

/** Of a group it is whoever of it asked; else whom the conversation is with. */
async function whoseMatter(
  context: Context,
  channel: Channel,
  { group_sort, customer_id, correspondent, correspondent_name }: Conversation,
  { author_name, author_address }: Named,
): Promise<{ customerId: Id<'customer'> | undefined; callerName: string }> {
  if (group_sort === null)
    return { customerId: customer_id ?? undefined, callerName: (correspondent_name || correspondent).slice(0, 100) };
  const customerId = (await customerAt(context, channel, author_address)) ?? undefined;
  return { customerId, callerName: (author_name || author_address).slice(0, 100) };
}

/** Messages that belong to a matter there is: it hears them, and waits for the customer no longer. */
export async function joinTicket(
  context: Context,
  id: Id<'conversation'>,
  { messageIds, ticketId }: z.output<typeof joinInput>,
): Promise<void> {
  const conversation = await lockOwn(context, id);
  const messages = await messagesOf(context, id, messageIds);
  const ticket = await lockTicket(context, ticketId);
  await allow(context, 'ticket.see', ticket);
  await join(context, conversation, messages, ticket);
  if (ticket.stage_class === 'waiting_customer' && messages.some(({ direction }) => direction === 'in'))
    await goOn(context, ticket.id, 'customer_answered');
}

async function isThere({ tx }: Context, id: Id<'ticket'>): Promise<boolean> {
  return (await tx.selectFrom('ticket').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

async function join(context: Context, { id }: Conversation, messages: readonly Named[], ticket: Ticket): Promise<void> {
  const by = { by_id: actingPerson(context), at: context.now };
  const fresh = await context.tx
    .insertInto('message_ticket')
    .values(messages.map((message) => ({ message_id: message.id, ticket_id: ticket.id, ...by })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('message_id')
    .execute();
  const joined = messages.filter((message) => fresh.some(({ message_id }) => message_id === message.id));
  for (const { contact_id, direction } of joined)
    if (contact_id !== null) await tie(context, contact_id, ticket, direction === 'out' ? 'out' : 'in');
  if (joined.length > 0)
    await record(context, {
      subject: { type: 'conversation', id },
      type: 'conversation.joined',
      ticketId: ticket.id,
      data: { messages: joined.map((message) => message.id) },
    });
}
