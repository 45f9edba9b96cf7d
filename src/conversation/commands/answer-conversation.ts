import { sendingTask } from '../../channel/port.ts';
import { channelOf } from '../../channel/channels.ts';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid, orRefuse, Refused, refusal } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { plus } from '../../kernel/time.ts';
import { unfilledIn } from '../../pack/phrases.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { attachFiles } from '../../platform/files/store-file.ts';
import { afterwards, record } from '../../platform/journal.ts';
import { forbiddenIn } from '../../ticket/never-said.ts';
import type { Conversation, Message } from '../conversation.ts';
import { answerSubject, sendingAt, UNDO_FOR, whyNotAnswer } from '../conversation.ts';
import { lastSpoken, lockOwn } from '../facts.ts';
import type { Answer } from '../inputs.ts';
import { indexMessage } from '../search.ts';
import { takeIt } from './take-conversation.ts';

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
  const sendAt = sendingAt(context.now, plus(context.now, UNDO_FOR), input.sendAt);
  await insertAnswer(context, conversation, channel.address, { ...input, sendAt });
  await attachFiles(context, input.fileIds, { type: 'message', id: input.id });
  await keepOrder(context, input);
  await takeIt(context, conversation, actingPerson(context));
  await afterwards(context, sendingTask(channel.kind), input.id, { message: input.id, closes: input.closes }, sendAt);
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

async function isThere({ tx }: Context, conversationId: Id<'conversation'>, id: Id<'message'>): Promise<boolean> {
  const there = await tx.selectFrom('message').select('conversation_id').where('id', '=', id).executeTakeFirst();
  if (there && there.conversation_id !== conversationId) throw new Refused('already_there');
  return there !== undefined;
}

async function insertAnswer(
  context: Context,
  conversation: Conversation,
  address: string,
  answer: Answer & { sendAt: Instant },
): Promise<void> {
  const answered = await lastHeard(context, conversation.id);
  const to = { as: 'to' as const, name: conversation.correspondent_name, address: conversation.correspondent };
  const said = {
    subject: answerSubject(conversation.subject),
    author_name: context.actor.name,
    author_address: address,
    text: answer.text,
    at: context.now,
  };
  await context.tx
    .insertInto('message')
    .values({
      id: answer.id,
      conversation_id: conversation.id,
      direction: 'out',
      state: 'waiting',
      author_id: actingPerson(context),
      ...said,
      recipients: json([to]),
      html: null,
      // fixed before the first try, whatever dies: one answer is one mail under one name
      external_id: `<${answer.id}@${address.split('@').at(-1)}>`,
      answers_id: answered?.id ?? null,
      raw_file_id: null,
      contact_id: null,
      recorded_at: context.now,
      send_at: answer.sendAt,
      fault: null,
    })
    .execute();
  await indexMessage(context, conversation.centre_id, { id: answer.id, ...said });
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
