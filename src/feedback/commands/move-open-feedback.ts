import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';

/** Somebody is absent or leaves: what he has not answered goes to the successor; the clocks move along. */
export async function moveOpenFeedback(context: Context, from: Id<'person'>, to: Id<'person'>): Promise<void> {
  const moved = await context.tx
    .updateTable('feedback')
    .set({ addressee_id: to })
    .where('addressee_id', '=', from)
    .where('answered_at', 'is', null)
    .returning('id')
    .execute();
  await record(
    context,
    ...moved.map(({ id }) => ({
      subject: { type: 'feedback' as const, id },
      type: 'feedback.moved',
      data: { from, to },
    })),
  );
}
