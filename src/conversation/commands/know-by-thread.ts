import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';

/** The customer has proven who it is that writes in this thread, where nobody had said so yet. */
export async function knowByThread(
  context: Context,
  channelId: Id<'channel'>,
  thread: string,
  customerId: Id<'customer'>,
): Promise<void> {
  const known = await context.tx
    .updateTable('conversation')
    .set({ customer_id: customerId })
    .where('channel_id', '=', channelId)
    .where('thread', '=', thread)
    .where('customer_id', 'is', null)
    .where('group_sort', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (known)
    await record(context, {
      subject: { type: 'conversation', id: known.id },
      type: 'conversation.customer_known',
      data: { from: null, to: customerId, keepAddress: false },
    });
}
