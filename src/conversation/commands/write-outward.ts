import type { Channel } from '../../channel/port.ts';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { Conversation, Message } from '../conversation.ts';
import { writeMessage } from './write-message.ts';

type Outward = Pick<Message, 'author_id' | 'author_name' | 'subject' | 'text'> &
  Partial<Pick<Message, 'sort' | 'answers_id'>> & { id: Id<'message'>; send_at: Instant };

/** Writes a message of ours to whom the conversation is with; it waits for its channel. */
export function writeOutward(
  context: Context,
  conversation: Conversation,
  { kind, address }: Channel,
  message: Outward,
): Promise<void> {
  const { correspondent_name: name, correspondent } = conversation;
  return writeMessage(context, conversation, {
    ...message,
    direction: 'out',
    state: 'waiting',
    author_address: address,
    recipients: json([{ as: 'to', name, address: correspondent }]),
    // fixed before the first try, whatever dies: one answer is one message under one name
    external_id: kind === 'mail' ? `<${message.id}@${address.split('@').at(-1)}>` : message.id,
    at: context.now,
  });
}
