import { z } from 'zod';
import type { Id } from '../../../kernel/id.ts';
import { notify } from '../../../notification/commands/notify.ts';
import type { Context } from '../../../platform/context.ts';
import type { Task } from '../../../platform/jobs/task.ts';
import type { Chat } from '../chat.ts';
import { NOBODY_ASKED } from '../chat.ts';
import { chatInQueue } from '../facts.ts';
import { offerWaiting } from './offer-chats.ts';
import { setAway } from './agent-state.ts';

const payloadShape = z.object({ conversation: z.uuid(), to: z.uuid(), endsAt: z.string() });

/** The time to accept is over: whoever was asked is away, and the next one is asked. */
export const passOffer: Task = async (context, payload) => {
  const { conversation, to, endsAt } = payloadShape.parse(payload);
  const chat = await chatInQueue(context, conversation as Id<'conversation'>);
  // accepted, or asked anew, meanwhile
  if (chat?.offered_to_id !== to || chat.offer_ends_at !== endsAt) return;
  await letPass(context, chat, to as Id<'person'>);
};

/** Nobody took it from him who hands it over: he keeps it, and hears so. From the queue, the next one is asked. The queue is locked. */
export async function letPass(context: Context, chat: Chat, personId: Id<'person'>): Promise<void> {
  const { conversation_id: id, given_by_id: giverId } = chat;
  await context.tx
    .updateTable('chat')
    // asked about out of the queue, he waits for the same department as before
    .set(giverId === null ? { ...NOBODY_ASKED, department_id: chat.department_id } : NOBODY_ASKED)
    .where('conversation_id', '=', id)
    .execute();
  await setAway(context, personId, 'missed');
  if (giverId !== null)
    await notify(context, [
      {
        type: 'chat.not_accepted',
        params: { by: personId },
        personId: giverId,
        subject: { type: 'conversation', id },
        ticketId: null,
      },
    ]);
  context.signals.changed.set(id, 'conversation');
  await offerWaiting(context);
}
