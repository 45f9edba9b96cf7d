import { customerAt } from '../../channel/customer-at.ts';
import { KIND_FACTS, keptAddress, touchOf } from '../../channel/kinds.ts';
import type { Channel, Incoming } from '../../channel/port.ts';
import { recordOnce, feed } from '../../contact/commands/record-contact.ts';
import { contactInput } from '../../contact/inputs.ts';
import { forCustomer } from '../../entry/desk-actor.ts';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Conversation } from '../conversation.ts';
import { owesAnswer } from '../conversation.ts';
import { lockConversation, openTicketsOf, touchOfAll } from '../facts.ts';
import { beginConversation } from './begin-conversation.ts';
import { keepMembers } from './keep-group.ts';
import { keepMessage } from './keep-message.ts';
import { oweAnswer } from './owe-answer.ts';
import { receiveAside } from './receive-aside.ts';

export type Received = { conversationId: Id<'conversation'>; messageId: Id<'message'> };

/**
 * Takes in one message of a channel: it goes on with its conversation or begins one, is kept as a touch of the customer it comes
 * from, feeds the open matters of its thread, ends their waiting for him, and from now on an answer is owed. What a machine wrote, or one of us
 * in a group of our own, is kept too and owes nothing. A chat is one touch, however many lines it has. The caller has seen to it that the
 * same message comes once.
 */
export async function receiveMessage(context: Context, channel: Channel, incoming: Incoming): Promise<Received> {
  const conversation = await conversationFor(context, channel, incoming);
  if (conversation.about_id !== null) return receiveAside(context, conversation, conversation.about_id, incoming);
  await keepMembers(context, conversation, incoming);
  const asks = owesAnswer(incoming.sort, conversation);
  const { live } = KIND_FACTS[channel.kind];
  const contactId = asks ? await touchFor(context, channel, conversation, incoming) : null;
  await keepMessage(context, conversation, incoming, contactId);
  if (asks) await feedMatters(context, conversation, incoming, contactId!, live);
  if (asks) await oweAnswer(context, conversation, context.now, incoming.limit);
  await context.tx
    .updateTable('conversation')
    .set({
      last_at: context.now,
      ...(asks
        ? { waiting_since: conversation.waiting_since ?? context.now, closed_at: null, closed_because: null }
        : {}),
    })
    .where('id', '=', conversation.id)
    .execute();
  await record(context, {
    subject: { type: 'conversation', id: conversation.id },
    type: 'conversation.received',
    happenedAt: incoming.at,
    data: { message: incoming.id, sort: incoming.sort, to: asks && !live ? conversation.owner_id : null },
  });
  return { conversationId: conversation.id, messageId: incoming.id };
}

async function conversationFor(context: Context, channel: Channel, incoming: Incoming): Promise<Conversation> {
  const id = incoming.conversationId;
  return id === null ? begin(context, channel, incoming) : lockConversation(context, id);
}

async function begin(context: Context, channel: Channel, incoming: Incoming): Promise<Conversation> {
  const { group, thread = null, from, subject } = incoming;
  const correspondent = keptAddress(channel.kind, group ? (thread ?? from.address) : from.address);
  return beginConversation(context, channel, {
    subject,
    correspondent,
    correspondent_name: group ? group.name : from.name,
    customer_id: group ? null : (incoming.customerId ?? (await customerAt(context, channel, correspondent))),
    thread,
    group_sort: group?.sort ?? null,
  });
}

async function touchFor(
  context: Context,
  channel: Channel,
  conversation: Conversation,
  incoming: Incoming,
): Promise<Id<'contact'>> {
  const known = KIND_FACTS[channel.kind].live ? await touchOfAll(context, conversation.id) : null;
  return known ?? recordTouch(context, channel, conversation, incoming);
}

/** One touch, received by whoever stands at the front desk, as what comes in by the customer's page is. */
async function recordTouch(
  context: Context,
  channel: Channel,
  { customer_id, group_sort }: Conversation,
  incoming: Incoming,
): Promise<Id<'contact'>> {
  const desk = await forCustomer(context);
  const customerId = group_sort === null ? customer_id : await customerAt(context, channel, incoming.from.address);
  const touch = contactInput.parse({
    channel: touchOf(channel),
    written: true,
    purpose: 'other',
    customerId: customerId ?? undefined,
    callerName: (incoming.from.name || incoming.from.address).slice(0, 100),
    need: incoming.subject || incoming.text.slice(0, 200),
  });
  return (await recordOnce(desk, touch)).id;
}

/** "What about my leak?" opens nothing new: the matters of the thread hear it, and wait for him no longer. */
async function feedMatters(
  context: Context,
  { id, group_sort }: Conversation,
  { id: messageId, from }: Incoming,
  contactId: string,
  live: boolean,
): Promise<void> {
  // in a group each hears of his own
  const tickets = await openTicketsOf(context, id, group_sort === null ? undefined : from.address);
  // of the lines of a chat, which are one touch, each matter hears once; each of them ends its waiting for him
  for (const ticketId of tickets) await feed(context, contactId, ticketId, 'in', live);
  if (tickets.length === 0) return;
  await context.tx
    .insertInto('message_ticket')
    .values(tickets.map((ticketId) => ({ message_id: messageId, ticket_id: ticketId, by_id: null, at: context.now })))
    .execute();
}
