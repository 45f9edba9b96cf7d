import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';

/** Somebody left: what he answered for is his successor's; the clocks have moved along. */
export async function moveOpenArticles(context: Context, from: Id<'person'>, to: Id<'person'>): Promise<void> {
  const moved = await context.tx
    .updateTable('article')
    .set({ owner_id: to })
    .where('owner_id', '=', from)
    .where('retired_at', 'is', null)
    .returning('id')
    .execute();
  await record(
    context,
    ...moved.map(({ id }) => ({
      subject: { type: 'article' as const, id },
      type: 'article.moved',
      data: { from, to },
    })),
  );
}
