import type { Id } from '../../kernel/id.ts';
import { NotFound, orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { recall, record } from '../../platform/journal.ts';
import { dropFromSearch } from '../../platform/search-index.ts';
import { whyNotRecall } from '../conversation.ts';
import { lockOwn, messagesOf } from '../facts.ts';

/** Takes back an answer before it goes: within ten seconds, or until the moment it was to go. Its words stay, as never sent. */
export async function recallMessage(
  context: Context,
  conversationId: Id<'conversation'>,
  id: Id<'message'>,
): Promise<void> {
  await lockOwn(context, conversationId);
  const [message] = await messagesOf(context, conversationId, [id]);
  if (!message) throw new NotFound('message.unknown');
  if (message.state === 'recalled') return;
  orRefuse(whyNotRecall(message));
  // the row in the outbox is the permission to send: where it is gone, the message is on its way
  if ((await recall(context, id)) === 0) orRefuse(refusal('message.gone_out'));
  await context.tx.updateTable('message').set({ state: 'recalled', send_at: null }).where('id', '=', id).execute();
  await dropFromSearch(context, id);
  await record(context, {
    subject: { type: 'conversation', id: conversationId },
    type: 'conversation.answer_recalled',
    data: { message: id },
  });
}
