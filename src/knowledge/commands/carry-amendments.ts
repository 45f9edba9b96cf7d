import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { OWED_AS } from '../article.ts';
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
  for (const id of ids) await keepCommitments(context, { subjectId: id, kinds: [OWED_AS.revision] });
}

/** It holds no longer: nobody owes a version of it. */
export async function dropRevisions(context: Context, article: Article): Promise<void> {
  const open = await context.tx
    .selectFrom('article_amendment')
    .select('id')
    .where('article_id', '=', article.id)
    .where('carried_in', 'is', null)
    .execute();
  for (const { id } of open)
    await cancelCommitments(context, { subjectId: id, kinds: [OWED_AS.revision], reason: 'retired' });
}
