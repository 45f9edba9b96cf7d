import { channelOf } from '../../channel/channels.ts';
import { KIND_FACTS } from '../../channel/kinds.ts';
import type { Channel } from '../../channel/port.ts';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid, orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { plus } from '../../kernel/time.ts';
import { unfilledIn } from '../../pack/phrases.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { attachFiles } from '../../platform/files/store-file.ts';
import { record } from '../../platform/journal.ts';
import { forbiddenIn } from '../../ticket/never-said.ts';
import type { Conversation, Message } from '../conversation.ts';
import { answerSubject, sendingAt, whyNotAnswer } from '../conversation.ts';
import { isThere, lastSpoken, lockOwn } from '../facts.ts';
import type { Answer } from '../inputs.ts';
import { layReady } from './lay-ready.ts';
import { takeIt } from './take-conversation.ts';
import { writeMessage } from './write-message.ts';

/**
 * An answer, the way the customer wrote. It lies ready for ten seconds, in which it can be taken back, or until the moment
 * that was named; then the channel takes it out. Whoever answers has the conversation from then on. What was promised is kept when
 * it goes (`noteSent`), not before. The same id sends nothing twice.
 */
export async function answerConversation(context: Context, id: Id<'conversation'>, input: Answer): Promise<void> {
  const conversation = await lockOwn(context, id);
  if (await isThere(context, id, input.id)) return;
  const newest = await lastSpoken(context, id);
  orRefuse(whyNotAnswer(newest, input.seen));
  await refuseForbidden(context, input.text);
  const channel = await channelOf(context, conversation.channel_id);
  orRefuse(channel.ended_at === null && channel.off_at === null ? null : refusal('channel.off'));
  const sendAt = sendingAt(plus(context.now, KIND_FACTS[channel.kind].undoFor), input.sendAt);
  await insertAnswer(context, conversation, channel, { ...input, sendAt });
  await attachFiles(context, input.fileIds, { type: 'message', id: input.id });
  await keepOrder(context, input);
  await takeIt(context, conversation, actingPerson(context));
  await layReady(context, channel.kind, input.id, { at: sendAt, closes: input.closes });
  await record(context, {
    subject: { type: 'conversation', id },
    type: 'conversation.answer_written',
    data: { message: input.id, sendAt },
  });
}

/** Words that shirk or insult go out by no channel (PRIN-02, PHR-17), nor does a phrase with a place nobody filled. */
async function refuseForbidden(context: Context, text: string): Promise<void> {
  const place = unfilledIn(text);
  if (place !== null) throw new Invalid('words.unfilled', { path: 'text', place });
  const { neverSaid = [] } = await settingsOf(context);
  const phrase = forbiddenIn(text, neverSaid);
  if (phrase !== null) throw new Invalid('words.never_said', { path: 'text', phrase });
}

async function insertAnswer(
  context: Context,
  conversation: Conversation,
  { kind, address }: Channel,
  answer: Answer & { sendAt: Instant },
): Promise<void> {
  const answered = await lastHeard(context, conversation.id);
  const to = { as: 'to' as const, name: conversation.correspondent_name, address: conversation.correspondent };
  await writeMessage(context, conversation, {
    id: answer.id,
    direction: 'out',
    state: 'waiting',
    author_id: actingPerson(context),
    author_name: context.actor.name,
    author_address: address,
    recipients: json([to]),
    subject: KIND_FACTS[kind].subject ? answerSubject(conversation.subject) : '',
    text: answer.text,
    // fixed before the first try, whatever dies: one answer is one message under one name
    external_id: kind === 'mail' ? `<${answer.id}@${address.split('@').at(-1)}>` : answer.id,
    answers_id: answered?.id ?? null,
    at: context.now,
    send_at: answer.sendAt,
  });
}

async function lastHeard({ tx }: Context, id: Id<'conversation'>): Promise<Pick<Message, 'id'> | undefined> {
  return tx
    .selectFrom('message')
    .select('id')
    .where('conversation_id', '=', id)
    .where('direction', '=', 'in')
    .where('sort', '=', 'message')
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function keepOrder({ tx }: Context, { id, fileIds }: Answer): Promise<void> {
  if (fileIds.length === 0) return;
  const rows = fileIds.map((fileId, no) => ({ message_id: id, file_id: fileId, no, content_id: null }));
  await tx.insertInto('message_file').values(rows).execute();
}
