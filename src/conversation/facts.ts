import type { Id } from '../kernel/id.ts';
import { NotFound, Refused } from '../kernel/refusal.ts';
import { can, orForbid } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import type { Conversation, Message } from './conversation.ts';
import { thingOf } from './conversation.ts';

/** Locks it. Throws NotFound `conversation.unknown`. */
export async function lockConversation({ tx }: Pick<Context, 'tx'>, id: Id<'conversation'>): Promise<Conversation> {
  const found = await tx
    .selectFrom('conversation')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!found) throw new NotFound('conversation.unknown');
  return found;
}

/** Locks one whose answering is the actor's business; to anybody else who may not see it either, it is not there. */
export async function lockOwn(context: Context, id: Id<'conversation'>): Promise<Conversation> {
  const conversation = await lockConversation(context, id);
  const thing = thingOf(conversation);
  if (can(context.actor, 'conversation.see', thing)) throw new NotFound('conversation.unknown');
  orForbid(can(context.actor, 'conversation.answer', thing));
  return conversation;
}

/** What a matter is made of. */
export type Named = Pick<Message, 'id' | 'direction' | 'state' | 'text' | 'contact_id' | 'recorded_at' | AuthorKeys>;
type AuthorKeys = 'author_name' | 'author_address';

/** Messages of this conversation, all of those named. */
export async function messagesOf(
  { tx }: Pick<Context, 'tx'>,
  conversationId: Id<'conversation'>,
  ids: readonly Id<'message'>[],
): Promise<Named[]> {
  const wanted = [...new Set(ids)];
  const found = await tx
    .selectFrom('message')
    .select(['id', 'direction', 'state', 'text', 'contact_id', 'recorded_at', 'author_name', 'author_address'])
    .where('conversation_id', '=', conversationId)
    .where('id', 'in', wanted)
    .orderBy('at')
    .orderBy('id')
    .execute();
  if (found.length < wanted.length) throw new NotFound('message.unknown');
  return found;
}

/** Whether this message of it was written before; one of another conversation is not the same. */
export async function isThere(
  { tx }: Pick<Context, 'tx'>,
  conversationId: Id<'conversation'>,
  id: Id<'message'>,
): Promise<boolean> {
  const there = await tx.selectFrom('message').select('conversation_id').where('id', '=', id).executeTakeFirst();
  if (there && there.conversation_id !== conversationId) throw new Refused('already_there');
  return there !== undefined;
}

type LastWord = Pick<Message, 'id' | 'direction' | 'sort' | 'recorded_at'>;

/** What was last said to the customer or by him; what colleagues note, what was taken back, and what the house wrote by itself, answers nothing. */
export async function lastSpoken({ tx }: Pick<Context, 'tx'>, id: Id<'conversation'>): Promise<LastWord | undefined> {
  return tx
    .selectFrom('message')
    .select(['id', 'direction', 'sort', 'recorded_at'])
    .where('conversation_id', '=', id)
    .where('direction', '<>', 'note')
    .where('state', '<>', 'recalled')
    .where((e) => e.or([e('direction', '=', 'in'), e('sort', '<>', 'automatic')]))
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Its matters that are not ended, the newest first; with `of` only those that this one of a group has asked about. */
export async function openTicketsOf(
  { tx }: Pick<Context, 'tx'>,
  conversationId: Id<'conversation'>,
  of?: string,
): Promise<Id<'ticket'>[]> {
  const all = tx
    .selectFrom('message_ticket')
    .innerJoin('message', 'message.id', 'message_ticket.message_id')
    .innerJoin('ticket', 'ticket.id', 'message_ticket.ticket_id')
    .select('ticket.id')
    .distinct()
    .where('message.conversation_id', '=', conversationId)
    .where('ticket.stage_class', 'not in', ['closed', 'cancelled'])
    .orderBy('ticket.id', 'desc');
  const rows = await (of === undefined ? all : all.where('message.author_address', '=', of)).execute();
  return rows.map(({ id }) => id);
}

/** The one touch that a live conversation is; null: it has just begun. */
export async function touchOfAll({ tx }: Pick<Context, 'tx'>, id: Id<'conversation'>): Promise<Id<'contact'> | null> {
  const first = await tx
    .selectFrom('message')
    .select('contact_id')
    .where('conversation_id', '=', id)
    .where('contact_id', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return first?.contact_id ?? null;
}
