import type { Words } from '../../kernel/words.ts';
import type { Context } from '../../platform/context.ts';
import { indexForSearch } from '../../platform/search-index.ts';
import type { Article, ArticleVersion } from '../facts.ts';

type Said = Pick<
  ArticleVersion,
  'title' | 'body' | 'source' | 'customer_sort' | 'situation' | 'was_said' | 'worked' | 'at'
>;

/** Found by its title in any of its languages before it is found by what it says. */
export async function indexArticle(context: Pick<Context, 'tx'>, article: Article, said: Said): Promise<void> {
  const entry = { id: article.id, at: said.at, centreId: article.centre_id };
  const titles = textsOf(said.title);
  const texts = [...textsOf(said.body), said.source, said.customer_sort, said.situation, said.was_said, said.worked];
  await indexForSearch(
    context,
    { ...entry, type: 'article_title', fields: titles.map((text) => ({ text })) },
    { ...entry, type: 'article', fields: [...titles, ...texts].filter(Boolean).map((text) => ({ text })) },
  );
}

function textsOf(words: Words): string[] {
  return [...new Set(Object.values(words))].filter(Boolean);
}
