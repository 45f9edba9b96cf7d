import type { Channel } from '../../channel/port.ts';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Conversation, Message } from '../conversation.ts';
import { owesAnswer } from '../conversation.ts';
import { lockConversation } from '../facts.ts';
import type { Going } from './lay-ready.ts';
import { layReady } from './lay-ready.ts';
import { oweAnswer } from './owe-answer.ts';

/** It could not go just now: it is tried again at that moment, under the same name, and can be taken back until then. */
export async function tryAgain(
  context: Context,
  kind: Channel['kind'],
  message: Message,
  again: Going & { fault: string },
): Promise<void> {
  await context.tx
    .updateTable('message')
    .set({ tries: message.tries + 1, fault: again.fault, send_at: again.at })
    .where('id', '=', message.id)
    .execute();
  await layReady(context, kind, message.id, again);
  context.signals.changed.set(message.conversation_id, 'conversation');
}

/** Too many go there just now: it waits its turn, which is no failure. */
export async function putOff(context: Context, kind: Channel['kind'], message: Message, again: Going): Promise<void> {
  await context.tx.updateTable('message').set({ send_at: again.at }).where('id', '=', message.id).execute();
  await layReady(context, kind, message.id, again);
}

/** It will not go: refused for good, or tried for as long as anybody waits. Its author hears why; the customer still waits. */
export async function noteFailed(context: Context, message: Message, fault: string): Promise<void> {
  await fail(context, message, 'failed', fault);
}

/** It went and came back: nobody there has read it. */
export async function noteBounced(context: Context, id: Id<'message'>, fault: string): Promise<void> {
  const message = await context.tx.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirst();
  if (message?.direction === 'out' && message.state !== 'bounced') await fail(context, message, 'bounced', fault);
}

/** The other side says that it reached him, perhaps before we know that it went. */
export async function noteDelivered(context: Context, id: Id<'message'>): Promise<void> {
  const { tx, now, signals } = context;
  const message = await tx
    .updateTable('message')
    .set({ delivered_at: now })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'sent'])
    .where('delivered_at', 'is', null)
    .returning('conversation_id')
    .executeTakeFirst();
  if (message) signals.changed.set(message.conversation_id, 'conversation');
}

async function fail(context: Context, message: Message, as: 'failed' | 'bounced', fault: string): Promise<void> {
  const conversation = await lockConversation(context, message.conversation_id);
  await context.tx
    .updateTable('message')
    .set({ state: as, tries: message.tries + 1, fault, send_at: null })
    .where('id', '=', message.id)
    .execute();
  if (message.sort !== 'automatic' && owesAnswer('message', conversation)) await waitAgain(context, conversation);
  await record(context, {
    subject: { type: 'conversation', id: conversation.id },
    type: `conversation.${as}`,
    data: { message: message.id, to: message.author_id },
  });
}

/** What counted as an answer was none: it is owed again, from now on. */
async function waitAgain(context: Context, conversation: Conversation): Promise<void> {
  await oweAnswer(context, conversation, context.now);
  await context.tx
    .updateTable('conversation')
    .set({ waiting_since: conversation.waiting_since ?? context.now, closed_at: null, closed_because: null })
    .where('id', '=', conversation.id)
    .execute();
}
