import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Instant } from '../kernel/time.ts';
import type { Language, Words } from '../kernel/words.ts';
import type { Context } from '../platform/context.ts';
import type { Article } from './facts.ts';
import { articlesInSight } from './sight.ts';

/** An article with what its version in force is called, in which language it was written, and when. */
export type InForce = Article & { title: Words; language: Language; at: Instant };

/** Of the articles (`a`) that hold and that he may read those wanted, the newest first; `first`: which of them come before. */
export async function articlesInForce(
  { tx, actor }: Context,
  wanted: readonly RawBuilder<unknown>[],
  first: RawBuilder<unknown> | null = null,
): Promise<InForce[]> {
  const { rows } = await sql<InForce>`
    select a.*, v.title, v.language, v.at from article a
    join article_version v on v.article_id = a.id and v.version = a.version
    where a.retired_at is null and ${sql.join([...wanted, articlesInSight(actor)], sql` and `)}
    order by ${first ? sql`${first} desc,` : sql``} v.at desc, a.id limit 100`.execute(tx);
  return rows;
}
