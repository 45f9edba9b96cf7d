import { noteBounced, noteDelivered } from '../../conversation/commands/note-not-sent.ts';
import type { Id } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import type { Channel } from '../port.ts';

export type Report = { message: string; state: 'delivered' | 'failed'; fault: string };

/** What became of a message of ours, by the other side's word: it reached him, or nobody. Said again, it changes nothing. */
export async function takeReport(context: Context, channel: Channel, { message, state, fault }: Report): Promise<void> {
  const found = await context.tx
    .selectFrom('message')
    .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
    .select(['message.id', 'message.state'])
    .where('message.id', '=', message as Id<'message'>)
    .where('message.direction', '=', 'out')
    .where('conversation.channel_id', '=', channel.id)
    // it may come before our own note that it went has been committed
    .forNoKeyUpdate('message')
    .executeTakeFirst();
  if (!found) throw new NotFound('message.unknown');
  if (state === 'delivered') await noteDelivered(context, found.id);
  // what was taken back or is still on its way has not failed by their word
  else if (found.state === 'sent') await noteBounced(context, found.id, fault);
}
