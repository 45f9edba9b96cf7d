import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import { firstCentre } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { Article, ArticleVersion } from './facts.ts';
import { findArticles } from './find.ts';
import type { publicQuery } from './inputs.ts';
import type { Row } from './list.ts';
import { excerptOf, LINE } from './list.ts';
import type { publicArticleOut, publicArticlesOut } from './view-acts.ts';

/** What anybody may read: public, not retired, of the centre whose page it is. */
async function open(context: Context) {
  const { id } = await firstCentre(context);
  return sql<boolean>`a.audience = 'public' and a.retired_at is null and a.centre_id = ${id}`;
}

/** What customers read on the customer's page, by its words or the newest first. */
export async function publicArticles(
  context: Context,
  { q, after, limit }: z.output<typeof publicQuery>,
): Promise<z.input<typeof publicArticlesOut>> {
  const mayRead = await open(context);
  const shown = ({ id, title, language, body }: Row) => ({ id, title, language, excerpt: excerptOf(body) });
  if (q === '') {
    const from = readMomentAndId(after);
    const behind = from ? sql`(a.confirmed_at, a.id) < (${from.at}::timestamptz, ${from.id}::uuid)` : sql`true`;
    const { rows } = await sql<Row>`
      select ${LINE} where ${mayRead} and ${behind}
      order by a.confirmed_at desc, a.id desc limit ${limit + 1}`.execute(context.tx);
    return page(rows, limit, shown, (row) => cursorOf(row.confirmed_at, row.id));
  }
  const sight = sql<boolean>`exists (select from article a where a.id = e.subject_id and ${mayRead})`;
  const { ids, next } = await findArticles(context.tx, { q, sight, after, limit });
  const { rows } = await sql<Row>`select ${LINE} where a.id = any(${ids}::uuid[])`.execute(context.tx);
  const known = new Map(rows.map((row) => [row.id as string, row]));
  return { items: ids.flatMap((id) => known.get(id) ?? []).map(shown), next };
}

export async function publicArticle(context: Context, id: Id<'article'>): Promise<z.input<typeof publicArticleOut>> {
  const { rows } = await sql<Article & ArticleVersion>`
    select v.*, a.* from article a join article_version v on v.article_id = a.id and v.version = a.version
    where a.id = ${id} and ${await open(context)}`.execute(context.tx);
  const [article] = rows;
  if (!article) throw new NotFound('article.unknown');
  return {
    id,
    title: article.title,
    language: article.language,
    body: article.body,
    source: article.source,
    inForceOn: article.in_force_on,
    confirmedAt: article.confirmed_at,
  };
}
