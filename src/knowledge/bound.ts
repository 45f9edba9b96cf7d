import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import type { Article } from './facts.ts';
import { readersOf } from './facts.ts';

/** Who holds (`person_id`) which post (`post_id`) that a process in force binds (`process_id`); who deputises reads in his own. */
export const HOLDERS_BOUND: RawBuilder<unknown> = sql`
  select b.article_id as process_id, b.post_id, h.person_id, p.name from article_post b
  join article x on x.id = b.article_id and x.sort = 'process' and x.retired_at is null
  join post o on o.id = b.post_id and o.closed_at is null
  join person_post h on h.post_id = o.id and h.deputy_rank is null
  join person p on p.id = h.person_id and p.left_at is null`;

/** Who must have read an article: its audience, where all of it must, and whomever a process binds that it is, or trains for (QUAL-02). */
export async function mustReadIt(context: Context, article: Article): Promise<Set<Id<'person'>>> {
  const audience = article.must_read ? await readersOf(context, article) : [];
  const { rows } = await sql<{ person_id: Id<'person'> }>`
    select distinct person_id from (${HOLDERS_BOUND}) bound where process_id = ${article.id}
      or process_id in (select process_id from article_training where article_id = ${article.id})
    order by person_id`.execute(context.tx);
  return new Set([...audience.map(({ personId }) => personId), ...rows.map(({ person_id }) => person_id)]);
}

/** What somebody may have to read: all that must be read, and what processes bind their posts to. */
export async function readInForce({ tx }: Context): Promise<readonly Article[]> {
  const { rows } = await sql<Article>`
    select a.* from article a where a.retired_at is null and (a.must_read
      or exists (select from article_post b where b.article_id = a.id)
      or exists (select from article_training t where t.article_id = a.id)) order by a.id`.execute(tx);
  return rows;
}
