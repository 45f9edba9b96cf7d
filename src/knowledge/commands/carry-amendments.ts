import type { Id } from '../../kernel/id.ts';
import { Invalid } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import type { Article } from '../facts.ts';

/** The proposals that this version carries: adopted ones of this article, each once. */
export async function carryAmendments(
  context: Context,
  article: Article,
  ids: readonly Id<'article_amendment'>[],
): Promise<void> {
  if (ids.length === 0) return;
  const carried = await context.tx
    .updateTable('article_amendment')
    .set({ carried_in: article.version })
    .where('id', 'in', ids)
    .where('article_id', '=', article.id)
    .where('decision', 'in', ['adopted', 'partly'])
    .where('carried_in', 'is', null)
    .executeTakeFirst();
  if (Number(carried.numUpdatedRows) < new Set(ids).size)
    throw new Invalid('article.amendment_not_adopted', { path: 'amendments' });
}
