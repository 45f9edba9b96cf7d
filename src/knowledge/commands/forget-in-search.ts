import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { ERASED } from '../../platform/erase-words.ts';
import type { Article, ArticleVersion } from '../facts.ts';
import { indexArticle } from './index-article.ts';

/** A customer was erased, and his name wherever an article said it: those articles are indexed anew, so that it finds them no more. */
export async function indexAfterErasing(context: Context, customerId: string): Promise<void> {
  if (!(await isNamedInArticles(context, customerId))) return;
  const { rows } = await sql<Article & { said: ArticleVersion }>`
    select a.*, to_jsonb(v) as said from article a
    join article_version v on v.article_id = a.id and v.version = a.version
    where position(${ERASED} in v.title::text || v.body::text || v.customer_sort || v.situation || v.was_said || v.worked) > 0`.execute(
    context.tx,
  );
  for (const { said, ...article } of rows) await indexArticle(context, article, said);
}

/** What the report of his erasure says: the mark of what was blackened is an ordinary dash, and stands in many a text. */
async function isNamedInArticles({ tx }: Context, customerId: string): Promise<boolean> {
  const { rows } = await sql`
    select from customer_erasure where customer_id = ${customerId} and gone ? 'knowledge'`.execute(tx);
  return rows.length > 0;
}
