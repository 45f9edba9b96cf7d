import { channelOf } from '../../channel/channels.ts';
import { KIND_FACTS } from '../../channel/kinds.ts';
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
  const contactId = aside ? null : await recordTouch(context, conversation, message);
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
    for (const ticketId of await openTicketsOf(context, conversation.id))
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

async function recordTouch(context: Context, conversation: Conversation, message: Message): Promise<Id<'contact'>> {
  const { kind } = await channelOf(context, conversation.channel_id);
  const whole = KIND_FACTS[kind].live ? await touchOfAll(context, conversation.id) : null;
  if (whole !== null) return whole;
  // whatever he may do by now: what he wrote went out
  const { onBehalfOf: _, ...desk } = await forCustomer(context);
  const by = { ...desk, actor: { ...desk.actor, personId: message.author_id ?? desk.actor.personId } };
  const touch = contactInput.parse({
    direction: 'out',
    channel: KIND_FACTS[kind].touch,
    written: true,
    purpose: 'follow_up',
    customerId: conversation.customer_id ?? undefined,
    callerName: (conversation.correspondent_name || conversation.correspondent).slice(0, 100),
    need: message.subject || message.text.slice(0, 200),
  });
  return (await recordOnce(by, touch)).id as Id<'contact'>;
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
