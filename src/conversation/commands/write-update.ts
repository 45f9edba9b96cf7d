import { channelOf } from '../../channel/channels.ts';
import { KIND_FACTS } from '../../channel/kinds.ts';
import type { Channel } from '../../channel/port.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { plus } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Conversation } from '../conversation.ts';
import { answerSubject } from '../conversation.ts';
import { lockConversation } from '../facts.ts';
import { layReady } from './lay-ready.ts';
import { writeMessage } from './write-message.ts';

/** Where it is written: in a conversation, or one that begins with it. */
export type Way =
  | { conversationId: Id<'conversation'> }
  | { channel: Channel; correspondent: string; name: string; customerId: Id<'customer'> };

type Update = { subject: string; text: string; ticketId: Id<'ticket'> };

/**
 * What the house writes to a customer by itself about a matter: it is no answer, keeps nothing that is owed, and stops nobody who
 * answers at the same moment. It lies ready as an answer does, and its channel takes it out. Answers the message's id.
 */
export async function writeUpdate(context: Context, way: Way, update: Update): Promise<Id<'message'>> {
  const { tx, now } = context;
  const begun = 'conversationId' in way;
  const conversation = begun ? await lockConversation(context, way.conversationId) : await begin(context, way, update);
  const channel = await channelOf(context, conversation.channel_id);
  const { undoFor, subject } = KIND_FACTS[channel.kind];
  const id = newId<'message'>(now);
  const sendAt = plus(now, undoFor);
  const ofThread = begun ? answerSubject(conversation.subject) : update.subject;
  await writeMessage(context, conversation, {
    id,
    direction: 'out',
    sort: 'automatic',
    state: 'waiting',
    author_id: null,
    author_name: context.organisation.name,
    author_address: channel.address,
    recipients: json([{ as: 'to', name: conversation.correspondent_name, address: conversation.correspondent }]),
    subject: subject ? ofThread : '',
    text: update.text,
    external_id: channel.kind === 'mail' ? `<${id}@${channel.address.split('@').at(-1)}>` : id,
    at: now,
    send_at: sendAt,
  });
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

function begin(
  context: Context,
  way: Exclude<Way, { conversationId: unknown }>,
  update: Update,
): Promise<Conversation> {
  const { tx, now } = context;
  const { channel, correspondent, name, customerId } = way;
  return tx
    .insertInto('conversation')
    .values({
      id: newId<'conversation'>(now),
      channel_id: channel.id,
      centre_id: channel.centre_id,
      department_id: channel.department_id,
      subject: update.subject,
      correspondent,
      correspondent_name: name,
      customer_id: customerId,
      about_id: null,
      owner_id: null,
      waiting_since: null,
      closed_at: now,
      closed_because: 'needs_none',
      began_at: now,
      last_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
