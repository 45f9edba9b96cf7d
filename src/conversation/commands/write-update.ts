import { channelOf } from '../../channel/channels.ts';
import { KIND_FACTS } from '../../channel/kinds.ts';
import type { Channel } from '../../channel/port.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { plus } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Conversation } from '../conversation.ts';
import { answerSubject } from '../conversation.ts';
import { lockConversation } from '../facts.ts';
import { beginConversation } from './begin-conversation.ts';
import { layReady } from './lay-ready.ts';
import { writeOutward } from './write-outward.ts';

/** Where it is written: in a conversation, or one that begins with it. */
export type Way =
  | { conversationId: Id<'conversation'> }
  | { channel: Channel; correspondent: string; name: string; customerId: Id<'customer'>; thread?: string };

type Update = {
  subject: string;
  text: string;
  /** The matter it is about; null: none. */
  ticketId: Id<'ticket'> | null;
  /** Who has it written; left out: the house itself. */
  authorId?: Id<'person'>;
};

/**
 * What the house writes to a customer by itself, mostly about a matter: it is no answer, keeps nothing that is owed, and stops nobody who
 * answers at the same moment. It lies ready as an answer does, and its channel takes it out. Answers the message's id.
 */
export async function writeUpdate(context: Context, way: Way, update: Update): Promise<Id<'message'>> {
  const { tx, now } = context;
  const begun = 'conversationId' in way;
  const conversation = begun
    ? await lockConversation(context, way.conversationId)
    : await beginWith(context, way, update);
  const channel = await channelOf(context, conversation.channel_id);
  const { undoFor, subject } = KIND_FACTS[channel.kind];
  const id = newId<'message'>(now);
  const sendAt = plus(now, undoFor);
  const ofThread = begun ? answerSubject(conversation.subject) : update.subject;
  await writeOutward(context, conversation, channel, {
    id,
    sort: 'automatic',
    author_id: update.authorId ?? null,
    author_name: context.organisation.name,
    subject: subject ? ofThread : '',
    text: update.text,
    send_at: sendAt,
  });
  if (update.ticketId !== null)
    await tx
      .insertInto('message_ticket')
      .values({ message_id: id, ticket_id: update.ticketId, by_id: null, at: now })
      .execute();
  await layReady(context, channel.kind, id, { at: sendAt, closes: false });
  await record(context, {
    subject: { type: 'conversation', id: conversation.id },
    type: 'conversation.update_written',
    data: { message: id, ticket: update.ticketId },
  });
  return id;
}

/** One that begins with it; nobody's answer is owed in it. */
function beginWith(
  context: Context,
  { channel, correspondent, name, customerId, thread }: Exclude<Way, { conversationId: unknown }>,
  { subject }: Update,
): Promise<Conversation> {
  return beginConversation(context, channel, {
    subject,
    correspondent,
    correspondent_name: name,
    customer_id: customerId,
    closed_at: context.now,
    closed_because: 'needs_none',
    ...(thread === undefined ? {} : { thread }),
  });
}
