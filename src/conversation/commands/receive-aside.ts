import type { Incoming } from '../../channel/port.ts';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Conversation } from '../conversation.ts';
import type { Received } from './receive-message.ts';
import { keepMessage } from './keep-message.ts';

/**
 * Somebody who was asked aside writes back: his words come into the matter, and whoever asked and whoever has it hear of them. He is no
 * customer, so nothing is owed to him, and the matter goes on waiting for whomever it waits.
 */
export async function receiveAside(
  context: Context,
  conversation: Conversation,
  aboutId: Id<'ticket'>,
  incoming: Incoming,
): Promise<Received> {
  const { tx, now } = context;
  const { id, owner_id } = conversation;
  await keepMessage(context, conversation, incoming, null);
  await tx
    .insertInto('message_ticket')
    .values({ message_id: incoming.id, ticket_id: aboutId, by_id: null, at: now })
    .execute();
  await tx
    .updateTable('conversation')
    .set({ last_at: now, closed_at: null, closed_because: null })
    .where('id', '=', id)
    .execute();
  await record(context, {
    subject: { type: 'conversation', id },
    type: 'conversation.aside_received',
    ticketId: aboutId,
    happenedAt: incoming.at,
    data: { message: incoming.id, sort: incoming.sort, to: owner_id },
  });
  return { conversationId: id, messageId: incoming.id };
}
