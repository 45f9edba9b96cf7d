import { close } from '../../../conversation/commands/close-conversation.ts';
import { dropAnswer } from '../../../conversation/commands/owe-answer.ts';
import { receiveMessage } from '../../../conversation/commands/receive-message.ts';
import { isThere, lockConversation } from '../../../conversation/facts.ts';
import type { Id } from '../../../kernel/id.ts';
import { orRefuse, Refused, refusal, TooMany } from '../../../kernel/refusal.ts';
import { plus, SECOND } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { sniff } from '../../../platform/files/sniff.ts';
import { storeForeign } from '../../../platform/files/store-foreign.ts';
import { noteView } from '../../../ticket/commands/note-satisfaction.ts';
import { channelOf } from '../../channels.ts';
import { FILES_WITHIN, LINES_WITHIN, MOST_FILES, MOST_LINES } from '../chat.ts';
import { chatOfVisitor, ownChatInQueue } from '../facts.ts';
import { asVisitor, lineOf } from './line.ts';

export type Line =
  | { messageId: Id<'message'>; text: string }
  | { messageId: Id<'message'>; name: string; bytes: Buffer };

/** He says something more, or sends a picture or a paper. The same id again says nothing twice. */
export async function writeLine(asked: Context, secretHash: string, line: Line): Promise<void> {
  const context = asVisitor(asked);
  const { chat, conversation } = await lockVisited(context, secretHash);
  if (await isThere(context, conversation.id, line.messageId)) return;
  orRefuse(chat.phase === 'ended' ? refusal('chat.ended') : null);
  await orTooFast(context, conversation.id);
  const { correspondent_name: name, correspondent: address } = conversation;
  const plain = { ...lineOf(context, line.messageId, { name, address }), conversationId: conversation.id };
  if ('bytes' in line) await orTooManyFiles(context, conversation.id);
  const files = 'bytes' in line ? [{ id: await storeSent(context, line), contentId: null }] : [];
  await receiveMessage(context, await channelOf(context, conversation.channel_id), {
    ...plain,
    text: 'text' in line ? line.text : '',
    files,
    ...(chat.phase === 'left' ? { limit: 'answerMessage' } : {}),
  });
}

/** What a browser would run is not taken from strangers: photographs and papers, by their bytes. */
async function storeSent(context: Context, { messageId, name, bytes }: Extract<Line, { bytes: Buffer }>) {
  await sniff(bytes);
  return storeForeign(context, { name, bytes }, { type: 'message', id: messageId });
}

async function lockVisited(context: Context, secretHash: string) {
  const { conversation_id: id } = await chatOfVisitor(context, secretHash);
  const conversation = await lockConversation(context, id);
  // as it stands now that nobody else moves the conversation
  return { conversation, chat: await chatOfVisitor(context, secretHash) };
}

async function orTooFast({ tx, now }: Context, id: Id<'conversation'>): Promise<void> {
  const { count } = await tx
    .selectFrom('message')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('conversation_id', '=', id)
    .where('direction', '=', 'in')
    .where('at', '>', plus(now, -LINES_WITHIN))
    .executeTakeFirstOrThrow();
  if (Number(count) >= MOST_LINES) throw new TooMany('chat.too_fast', { retryAfter: LINES_WITHIN / SECOND });
}

async function orTooManyFiles({ tx, now }: Context, id: Id<'conversation'>): Promise<void> {
  const { count } = await tx
    .selectFrom('message')
    .innerJoin('message_file', 'message_file.message_id', 'message.id')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('message.conversation_id', '=', id)
    .where('message.direction', '=', 'in')
    .where('message.at', '>', plus(now, -FILES_WITHIN))
    .executeTakeFirstOrThrow();
  if (Number(count) >= MOST_FILES) throw new TooMany('chat.too_many_files', { retryAfter: FILES_WITHIN / SECOND });
}

/** He goes: where nobody had answered him, nothing is owed any more. */
export async function endVisit(asked: Context, secretHash: string): Promise<void> {
  const context = asVisitor(asked);
  const { conversation, chat } = await lockVisited(context, secretHash);
  if (chat.phase === 'ended') return;
  await dropAnswer(context, conversation, 'customer_left');
  await close(context, conversation, conversation.waiting_since === null ? 'answered' : 'needs_none');
}

/**
 * How he found it, once it is over; said again, the last word counts. It is said of the matters that were settled in it, too, where
 * nothing is said of them yet.
 */
export async function rateChat(
  asked: Context,
  secretHash: string,
  { rating, words }: { rating: number; words: string },
): Promise<void> {
  const context = asVisitor(asked);
  const { conversation_id: id } = await chatOfVisitor(context, secretHash);
  await lockConversation(context, id);
  const chat = await ownChatInQueue(context, id);
  if (chat.phase !== 'ended') throw new Refused('chat.not_ended');
  await context.tx
    .updateTable('chat')
    .set({ rating, rating_words: words, rated_at: context.now })
    .where('conversation_id', '=', id)
    .execute();
  context.signals.changed.set(id, 'conversation');
  for (const ticketId of await settledIn(context, id)) await noteView(context, { id: ticketId }, rating);
}

/** Its matters that are settled and of which the customer has not said what he thinks; locked. */
async function settledIn({ tx }: Context, id: Id<'conversation'>): Promise<Id<'ticket'>[]> {
  const rows = await tx
    .selectFrom('ticket')
    .select('id')
    .where('stage_class', 'in', ['resolved', 'closed'])
    .where('satisfaction', 'is', null)
    .where((e) =>
      e.exists(
        e
          .selectFrom('message_ticket')
          .innerJoin('message', 'message.id', 'message_ticket.message_id')
          .select('message_ticket.ticket_id')
          .whereRef('message_ticket.ticket_id', '=', 'ticket.id')
          .where('message.conversation_id', '=', id),
      ),
    )
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return rows.map((row) => row.id);
}
