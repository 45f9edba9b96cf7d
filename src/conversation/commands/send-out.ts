import type { Channel } from '../../channel/port.ts';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid, NotFound } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { unfilledIn } from '../../pack/phrases.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { attachFiles } from '../../platform/files/store-file.ts';
import { forbiddenIn } from '../../ticket/never-said.ts';
import type { Conversation, Message } from '../conversation.ts';
import type { Answer } from '../inputs.ts';
import { layReady } from './lay-ready.ts';
import { writeMessage } from './write-message.ts';

type Outward = Pick<Answer, 'id' | 'text' | 'fileIds' | 'closes'> &
  Partial<Pick<Answer, 'answers'>> & { subject: string; sendAt: Instant };

/** Writes a message of ours to whom the conversation is with, and lays it ready for its channel to take out. */
export async function sendOut(
  context: Context,
  conversation: Conversation,
  channel: Channel,
  message: Outward,
): Promise<void> {
  await refuseForbidden(context, message.text);
  await insert(context, conversation, channel, message);
  await attachFiles(context, message.fileIds, { type: 'message', id: message.id });
  await keepOrder(context, message);
  await layReady(context, channel.kind, message.id, { at: message.sendAt, closes: message.closes });
}

/** Words that shirk or insult go out by no channel (PRIN-02, PHR-17), nor does a phrase with a place nobody filled. */
async function refuseForbidden(context: Context, text: string): Promise<void> {
  const place = unfilledIn(text);
  if (place !== null) throw new Invalid('words.unfilled', { path: 'text', place });
  const { neverSaid = [] } = await settingsOf(context);
  const phrase = forbiddenIn(text, neverSaid);
  if (phrase !== null) throw new Invalid('words.never_said', { path: 'text', phrase });
}

async function insert(
  context: Context,
  conversation: Conversation,
  { kind, address }: Channel,
  { id, subject, text, sendAt, answers }: Outward,
): Promise<void> {
  const answered = await answeredBy(context, conversation.id, answers);
  const to = { as: 'to' as const, name: conversation.correspondent_name, address: conversation.correspondent };
  await writeMessage(context, conversation, {
    id,
    direction: 'out',
    state: 'waiting',
    author_id: actingPerson(context),
    author_name: context.actor.name,
    author_address: address,
    recipients: json([to]),
    subject,
    text,
    // fixed before the first try, whatever dies: one answer is one message under one name
    external_id: kind === 'mail' ? `<${id}@${address.split('@').at(-1)}>` : id,
    answers_id: answered?.id ?? null,
    at: context.now,
    send_at: sendAt,
  });
}

/** The message that was named, or the newest of theirs. */
async function answeredBy(
  { tx }: Context,
  id: Id<'conversation'>,
  named: Id<'message'> | undefined,
): Promise<Pick<Message, 'id'> | undefined> {
  const theirs = tx
    .selectFrom('message')
    .select('id')
    .where('conversation_id', '=', id)
    .where('direction', '=', 'in')
    .where('sort', '=', 'message');
  if (named === undefined) return theirs.orderBy('recorded_at', 'desc').limit(1).executeTakeFirst();
  const found = await theirs.where('id', '=', named).executeTakeFirst();
  if (!found) throw new NotFound('message.unknown');
  return found;
}

async function keepOrder({ tx }: Context, { id, fileIds }: Outward): Promise<void> {
  if (fileIds.length === 0) return;
  const rows = fileIds.map((fileId, no) => ({ message_id: id, file_id: fileId, no, content_id: null }));
  await tx.insertInto('message_file').values(rows).execute();
}
