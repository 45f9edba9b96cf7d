import type { Chat } from '../channel/chat/chat.ts';
import { whyNotAccept, whyNotGive } from '../channel/chat/chat.ts';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import { departmentNamed, departments, named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import type { Conversation } from './conversation.ts';
import { thingOf } from './conversation.ts';
import type { ConversationView } from './view.ts';

export function chatOf({ tx }: Context, id: Id<'conversation'>): Promise<Chat | undefined> {
  return tx.selectFrom('chat').selectAll().where('conversation_id', '=', id).executeTakeFirst();
}

/** What a conversation is besides, where it is a chat. */
export async function chatLine(context: Context, chat: Chat): Promise<NonNullable<ConversationView['chat']>> {
  const names = await personNames(context);
  const to = chat.given_by_id === null ? null : chat.department_id;
  return {
    phase: chat.phase,
    language: chat.language,
    queuedAt: chat.queued_at,
    offeredTo: named(names, chat.offered_to_id),
    offerEndsAt: chat.offer_ends_at,
    givenBy: named(names, chat.given_by_id),
    givenTo: departmentNamed(await departments(context), to),
    endedAt: chat.ended_at,
    endedBy: chat.ended_by,
    rating: chat.rating,
    ratingWords: chat.rating_words,
  };
}

export function chatActs(
  { actor, now }: Context,
  conversation: Conversation,
  chat: Chat,
): Record<'accept' | 'give', Refusal | null> {
  const answer = can(actor, 'conversation.answer', thingOf(conversation));
  if (actor.personId === null) return { accept: answer, give: answer };
  return {
    accept: answer ?? whyNotAccept(chat, actor.personId, now),
    give: answer ?? whyNotGive(chat, conversation.owner_id, actor.personId),
  };
}
