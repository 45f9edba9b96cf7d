import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { ERASED } from '../../platform/erase-words.ts';
import type { Article, ArticleVersion } from '../facts.ts';
import { indexArticle } from './index-article.ts';

/** A customer was erased, and his name wherever an article said it: those articles are indexed anew, so that it finds them no more. */
export async function indexAfterErasing(context: Context): Promise<void> {
  const { rows } = await sql<Article & { said: ArticleVersion }>`
    select a.*, to_jsonb(v) as said from article a
    join article_version v on v.article_id = a.id and v.version = a.version
    where position(${ERASED} in v.title::text || v.body::text || v.customer_sort || v.situation || v.was_said || v.worked) > 0`.execute(
    context.tx,
  );
  for (const { said, ...article } of rows) await indexArticle(context, article, said);
}
