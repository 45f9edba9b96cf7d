import { takeIt } from '../../../conversation/commands/take-conversation.ts';
import { lockOwn } from '../../../conversation/facts.ts';
import type { Id } from '../../../kernel/id.ts';
import { Invalid, orRefuse, Refused, refusal } from '../../../kernel/refusal.ts';
import { departmentHere } from '../../../organisation/here.ts';
import type { Context } from '../../../platform/context.ts';
import { actingPerson } from '../../../platform/context.ts';
import { channelOf } from '../../channels.ts';
import { readyAgents } from '../agents.ts';
import { NOBODY_ASKED, whyNotAccept, whyNotGive } from '../chat.ts';
import { ownChatInQueue } from '../facts.ts';
import { chatSettingsOf } from '../settings.ts';
import { letPass } from './let-pass.ts';
import { offerTo, offerWaiting } from './offer-chats.ts';

/** He takes the chat he is asked to take; from the queue, or from a colleague, who has had it until now. */
export async function acceptChat(context: Context, id: Id<'conversation'>): Promise<void> {
  const conversation = await lockOwn(context, id);
  const me = actingPerson(context);
  const chat = await ownChatInQueue(context, id);
  // said twice, it is his already
  if (chat.phase === 'on' && conversation.owner_id === me) return;
  orRefuse(whyNotAccept(chat, me, context.now));
  await takeIt(context, conversation, me);
}

/** He does not take it: the next one is asked, or whoever would have handed it over keeps it. He is away until he says otherwise. */
export async function declineChat(context: Context, id: Id<'conversation'>): Promise<void> {
  await lockOwn(context, id);
  const me = actingPerson(context);
  const chat = await ownChatInQueue(context, id);
  if (chat.offered_to_id !== me) return;
  await letPass(context, chat, me);
}

export type To = { personId: Id<'person'> } | { departmentId: Id<'department'> };

/** Hands a chat over: it stays his until a colleague, or one of that department, has accepted it. */
export async function giveChat(context: Context, id: Id<'conversation'>, to: To): Promise<void> {
  const conversation = await lockOwn(context, id);
  const me = actingPerson(context);
  const chat = await ownChatInQueue(context, id);
  orRefuse(whyNotGive(chat, conversation.owner_id, me));
  const channel = await channelOf(context, conversation.channel_id);
  if ('departmentId' in to) await departmentHere(context.tx, to.departmentId, conversation.centre_id);
  else if (to.personId === me) throw new Invalid('chat.to_oneself', { path: 'personId' });
  else if (!(await readyAgents(context)).some(({ personId }) => personId === to.personId))
    throw new Refused('chat.not_ready');
  await context.tx
    .updateTable('chat')
    .set({ given_by_id: me, department_id: 'departmentId' in to ? to.departmentId : null })
    .where('conversation_id', '=', id)
    .execute();
  context.signals.changed.set(id, 'conversation');
  if ('personId' in to) await offerTo(context, id, to.personId, chatSettingsOf(channel));
  else await offerWaiting(context);
}

/** He keeps it after all. */
export async function keepChat(context: Context, id: Id<'conversation'>): Promise<void> {
  const conversation = await lockOwn(context, id);
  const chat = await ownChatInQueue(context, id);
  orRefuse(conversation.owner_id === actingPerson(context) ? null : refusal('chat.not_yours'));
  if (chat.given_by_id === null) return;
  await context.tx.updateTable('chat').set(NOBODY_ASKED).where('conversation_id', '=', id).execute();
  context.signals.changed.set(id, 'conversation');
  await offerWaiting(context);
}
