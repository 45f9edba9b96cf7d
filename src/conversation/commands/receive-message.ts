import { customerAt } from '../../channel/customer-at.ts';
import { KIND_FACTS } from '../../channel/kinds.ts';
import type { Channel, Incoming } from '../../channel/port.ts';
import { recordOnce, feed } from '../../contact/commands/record-contact.ts';
import { contactInput } from '../../contact/inputs.ts';
import { forCustomer } from '../../entry/desk-actor.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Conversation } from '../conversation.ts';
import { asksForAnswer } from '../conversation.ts';
import { lockConversation, openTicketsOf } from '../facts.ts';
import { oweAnswer } from './owe-answer.ts';
import { writeMessage } from './write-message.ts';

export type Received = { conversationId: Id<'conversation'>; messageId: Id<'message'> };

/**
 * Takes in one message of a channel: it goes on with its conversation or begins one, is kept as a touch of the customer it comes
 * from, feeds the open matters of its thread, ends their waiting for him, and from now on an answer is owed. What a machine wrote
 * is kept too and owes nothing. The caller has seen to it that the same message comes once.
 */
export async function receiveMessage(context: Context, channel: Channel, incoming: Incoming): Promise<Received> {
  const conversation = await conversationFor(context, channel, incoming);
  const asks = asksForAnswer(incoming.sort);
  const contactId = asks ? await recordTouch(context, channel, conversation, incoming) : null;
  await keepMessage(context, conversation, incoming, contactId);
  if (asks) await feedMatters(context, conversation, incoming.id, contactId!);
  if (asks) await oweAnswer(context, conversation, context.now);
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
    data: { message: incoming.id, sort: incoming.sort, to: asks ? conversation.owner_id : null },
  });
  return { conversationId: conversation.id, messageId: incoming.id };
}

async function conversationFor(context: Context, channel: Channel, incoming: Incoming): Promise<Conversation> {
  const id = incoming.conversationId;
  return id === null ? beginConversation(context, channel, incoming) : lockConversation(context, id);
}

async function beginConversation(context: Context, channel: Channel, incoming: Incoming): Promise<Conversation> {
  const correspondent = incoming.from.address.toLowerCase();
  return context.tx
    .insertInto('conversation')
    .values({
      id: newId<'conversation'>(context.now),
      channel_id: channel.id,
      centre_id: channel.centre_id,
      department_id: channel.department_id,
      subject: incoming.subject,
      correspondent,
      correspondent_name: incoming.from.name,
      customer_id: await customerAt(context, channel.kind, correspondent),
      owner_id: null,
      waiting_since: null,
      closed_at: null,
      closed_because: null,
      began_at: context.now,
      last_at: context.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** One touch, received by whoever stands at the front desk, as what comes in by the customer's page is. */
async function recordTouch(
  context: Context,
  { kind }: Channel,
  { customer_id }: Conversation,
  incoming: Incoming,
): Promise<Id<'contact'>> {
  const desk = await forCustomer(context);
  const touch = contactInput.parse({
    channel: KIND_FACTS[kind].touch,
    written: true,
    purpose: 'other',
    customerId: customer_id ?? undefined,
    callerName: (incoming.from.name || incoming.from.address).slice(0, 100),
    need: incoming.subject || incoming.text.slice(0, 200),
  });
  return (await recordOnce(desk, touch)).id as Id<'contact'>;
}

async function keepMessage(
  context: Context,
  conversation: Conversation,
  incoming: Incoming,
  contactId: Id<'contact'> | null,
): Promise<void> {
  const { id, from, recipients, subject, text, quoted, html, sort, externalId, answersId, at, rawFileId } = incoming;
  await writeMessage(context, conversation, {
    id,
    direction: 'in',
    sort,
    state: 'there',
    author_id: null,
    author_name: from.name,
    author_address: from.address,
    recipients: json(recipients),
    subject,
    text,
    quoted,
    html,
    external_id: externalId,
    answers_id: answersId,
    raw_file_id: rawFileId,
    contact_id: contactId,
    at,
  });
  await keepFiles(context, incoming);
}

/** What hangs on it; that the files are the message's own its channel has said as it stored them. */
async function keepFiles({ tx }: Context, { id, files }: Incoming): Promise<void> {
  if (files.length === 0) return;
  const rows = files.map((file, no) => ({ message_id: id, file_id: file.id, no, content_id: file.contentId }));
  await tx.insertInto('message_file').values(rows).execute();
}

/** "What about my leak?" opens nothing new: the matters of the thread hear it, and wait for him no longer. */
async function feedMatters(
  context: Context,
  { id }: Conversation,
  messageId: Id<'message'>,
  contactId: string,
): Promise<void> {
  const tickets = await openTicketsOf(context, id);
  for (const ticketId of tickets) await feed(context, contactId, ticketId, 'in');
  if (tickets.length === 0) return;
  await context.tx
    .insertInto('message_ticket')
    .values(tickets.map((ticketId) => ({ message_id: messageId, ticket_id: ticketId, by_id: null, at: context.now })))
    .execute();
}
