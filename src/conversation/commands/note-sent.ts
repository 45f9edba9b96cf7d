import { channelOf } from '../../channel/channels.ts';
import { customerAt } from '../../channel/customer-at.ts';
import { KIND_FACTS, touchOf } from '../../channel/kinds.ts';
import { isTied, recordOnce, tie } from '../../contact/commands/record-contact.ts';
import { contactInput } from '../../contact/inputs.ts';
import { forCustomer } from '../../entry/desk-actor.ts';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { markAnswered } from '../../ticket/commands/add-note.ts';
import { lockTicket } from '../../ticket/facts.ts';
import type { Conversation, Message } from '../conversation.ts';
import { lockConversation, openTicketsOf, touchOfAll } from '../facts.ts';
import { close } from './close-conversation.ts';
import { keepAnswer } from './owe-answer.ts';

/** Locks a message of ours that is to go; null where it was taken back, or has gone before. */
export async function messageToSend(
  context: Context,
  id: Id<'message'>,
): Promise<{ message: Message; conversation: Conversation } | null> {
  const message = await context.tx
    .selectFrom('message')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (message?.state !== 'waiting') return null;
  return { message, conversation: await lockConversation(context, message.conversation_id) };
}

/**
 * It went out: whoever waited has his answer, from the moment it was written for him, and so have the open matters of the
 * thread. It stands in his record as a touch of ours. Who is asked aside is no customer: that he was written to stands in the matter.
 */
export async function noteSent(
  context: Context,
  { message, conversation }: { message: Message; conversation: Conversation },
  closes: boolean,
): Promise<void> {
  const { tx, now } = context;
  const aside = conversation.about_id !== null;
  const asked = conversation.group_sort === null ? null : await whoAsked(context, message);
  const contactId = aside ? null : await recordTouch(context, conversation, message, asked);
  await tx
    .updateTable('message')
    .set({ state: 'sent', at: now, send_at: null, fault: null, contact_id: contactId })
    .where('id', '=', message.id)
    .execute();
  if (message.sort === 'automatic' && contactId !== null)
    return noteUpdateSent(context, message, conversation, contactId);
  await keepAnswer(context, conversation, now);
  await tx
    .updateTable('conversation')
    .set({ waiting_since: null, last_at: now })
    .where('id', '=', conversation.id)
    .execute();
  if (contactId !== null)
    for (const ticketId of await answeredMatters(context, conversation, asked))
      await answerMatter(context, message, ticketId, contactId);
  await record(context, {
    subject: { type: 'conversation', id: conversation.id },
    type: aside ? 'conversation.aside_sent' : 'conversation.answered',
    ...(aside ? { ticketId: conversation.about_id } : {}),
    data: { message: message.id },
  });
  if (closes) await close(context, conversation, 'answered');
}

/** What the house wrote by itself went out: a touch of his matter, and no answer. */
async function noteUpdateSent(
  context: Context,
  message: Message,
  conversation: Conversation,
  contactId: Id<'contact'>,
): Promise<void> {
  await context.tx
    .updateTable('conversation')
    .set({ last_at: context.now })
    .where('id', '=', conversation.id)
    .execute();
  const about = await context.tx
    .selectFrom('message_ticket')
    .select('ticket_id')
    .where('message_id', '=', message.id)
    .execute();
  for (const { ticket_id } of about) await tie(context, contactId, await lockTicket(context, ticket_id), 'out');
  await record(context, {
    subject: { type: 'conversation', id: conversation.id },
    type: 'conversation.update_sent',
    data: { message: message.id },
  });
}

/** Who in the group is answered; null: an answer to nobody of them. */
type Asked = { name: string; address: string } | null;

async function whoAsked({ tx }: Context, { answers_id }: Message): Promise<Asked> {
  if (answers_id === null) return null;
  return tx
    .selectFrom('message')
    .select(['author_name as name', 'author_address as address'])
    .where('id', '=', answers_id)
    .executeTakeFirstOrThrow();
}

async function answeredMatters(context: Context, { id, group_sort }: Conversation, asked: Asked) {
  if (group_sort === null) return openTicketsOf(context, id);
  return asked === null ? [] : openTicketsOf(context, id, asked.address);
}

async function recordTouch(
  context: Context,
  conversation: Conversation,
  message: Message,
  asked: Asked,
): Promise<Id<'contact'>> {
  const channel = await channelOf(context, conversation.channel_id);
  const whole = KIND_FACTS[channel.kind].live ? await touchOfAll(context, conversation.id) : null;
  if (whole !== null) return whole;
  // whatever he may do by now: what he wrote went out
  const { onBehalfOf: _, ...desk } = await forCustomer(context);
  const customerId = asked === null ? conversation.customer_id : await customerAt(context, channel, asked.address);
  const called = asked ?? { name: conversation.correspondent_name, address: conversation.correspondent };
  const by = { ...desk, actor: { ...desk.actor, personId: message.author_id ?? desk.actor.personId } };
  const touch = contactInput.parse({
    direction: 'out',
    channel: touchOf(channel),
    written: true,
    purpose: 'follow_up',
    customerId: customerId ?? undefined,
    callerName: (called.name || called.address).slice(0, 100),
    need: message.subject || message.text.slice(0, 200),
  });
  return (await recordOnce(by, touch)).id;
}

async function answerMatter(
  context: Context,
  message: Message,
  ticketId: Id<'ticket'>,
  contactId: Id<'contact'>,
): Promise<void> {
  await context.tx
    .insertInto('message_ticket')
    .values({ message_id: message.id, ticket_id: ticketId, by_id: null, at: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const ticket = await lockTicket(context, ticketId);
  if (!(await isTied(context, contactId, ticketId))) await tie(context, contactId, ticket, 'out');
  await markAnswered(context, ticket, context.now);
}
