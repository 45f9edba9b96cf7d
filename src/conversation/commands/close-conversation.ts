import type { Id } from '../../kernel/id.ts';
import { orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { ClosedBecause, Conversation } from '../conversation.ts';
import { owesAnswer } from '../conversation.ts';
import { lastSpoken, lockOwn } from '../facts.ts';
import { dropAnswer, keepAnswer, oweAnswer } from './owe-answer.ts';

/**
 * Nothing is owed any more: he was answered in another way, asked for nothing, or is no customer. A new message of his opens it
 * again by itself.
 */
export async function closeConversation(
  context: Context,
  id: Id<'conversation'>,
  because: ClosedBecause,
): Promise<void> {
  const conversation = await lockOwn(context, id);
  orRefuse(conversation.closed_at === null ? null : refusal('conversation.closed'));
  if (because === 'answered') await keepAnswer(context, conversation, context.now);
  else await dropAnswer(context, conversation, because);
  await close(context, conversation, because);
}

/** The same with one that is locked and settled. */
export async function close(context: Context, { id }: Conversation, because: ClosedBecause): Promise<void> {
  await context.tx
    .updateTable('conversation')
    .set({ closed_at: context.now, closed_because: because, waiting_since: null })
    .where('id', '=', id)
    .execute();
  await record(context, { subject: { type: 'conversation', id }, type: 'conversation.closed', data: { because } });
}

/** Closed by mistake: it stands among the open ones again, and where the last word was his, an answer is owed from now on. */
export async function reopenConversation(context: Context, id: Id<'conversation'>): Promise<void> {
  const conversation = await lockOwn(context, id);
  orRefuse(conversation.closed_at === null ? refusal('conversation.open') : null);
  const last = await lastSpoken(context, id);
  const waits = last?.direction === 'in' && owesAnswer(last.sort, conversation);
  if (waits) await oweAnswer(context, conversation, context.now);
  await context.tx
    .updateTable('conversation')
    .set({ closed_at: null, closed_because: null, waiting_since: waits ? last.recorded_at : null })
    .where('id', '=', id)
    .execute();
  await record(context, { subject: { type: 'conversation', id }, type: 'conversation.reopened' });
}
