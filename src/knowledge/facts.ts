import type { RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound, Stale } from '../kernel/refusal.ts';
import type { Context } from '../platform/context.ts';
import type { ArticleTable, ArticleVersionTable } from './table.ts';
import { articlesInSight } from './sight.ts';

export type Article = Selectable<ArticleTable>;
export type ArticleVersion = Selectable<ArticleVersionTable>;

/** The article, if he may read it; of any other it is not said that it is there. */
export function articleInSight(context: Context, id: Id<'article'>): Promise<Article> {
  return oneInSight(context, id, sql``);
}

/** The same, locked. */
export function lockArticle(context: Context, id: Id<'article'>): Promise<Article> {
  return oneInSight(context, id, sql`for no key update of a`);
}

async function oneInSight({ tx, actor }: Context, id: Id<'article'>, lock: RawBuilder<unknown>): Promise<Article> {
  const { rows } = await sql<Article>`
    select a.* from article a where a.id = ${id} and ${articlesInSight(actor)} ${lock}`.execute(tx);
  if (!rows[0]) throw new NotFound('article.unknown');
  return rows[0];
}

/** The same, as long as nobody wrote it anew since it was read. */
export async function lockSeen(context: Context, id: Id<'article'>, seen: number): Promise<Article> {
  const article = await lockArticle(context, id);
  if (article.version !== seen) throw new Stale('stale', { seen, version: article.version });
  return article;
}

export async function versionOf(
  { tx }: Pick<Context, 'tx'>,
  article: Pick<Article, 'id' | 'version'>,
): Promise<ArticleVersion> {
  return tx
    .selectFrom('article_version')
    .selectAll()
    .where('article_id', '=', article.id)
    .where('version', '=', article.version)
    .executeTakeFirstOrThrow();
}

type Member = { personId: Id<'person'>; name: string };

/** Who is in the audience of what is for staff: holders of its department's posts, or of all but those of outside firms. */
export async function readersOf({ tx }: Context, article: Article): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select distinct p.id as "personId", p.name from person_post h
    join person p on p.id = h.person_id join post o on o.id = h.post_id left join department d on d.id = o.department_id
    where o.centre_id = ${article.centre_id} and h.deputy_rank is null and p.left_at is null and o.closed_at is null
      and case when ${article.department_id}::uuid is null then not coalesce(d.outside_firm, false)
        else o.department_id = ${article.department_id} end
    order by p.name, p.id`.execute(tx);
  return rows;
}
