import type { RawBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import { searchQuery } from '../kernel/text/query.ts';
import type { SearchQuery } from '../kernel/text/query.ts';
import { cursorOf, readMomentAndId } from '../platform/http/cursor.ts';
import type { Tx } from '../platform/tx.ts';
import type { After, Entry } from '../search/entries.ts';
import { findEntries } from '../search/entries.ts';

type Ask = { q: string; sight: RawBuilder<SqlBool>; after: string | undefined; limit: number };
type Found = { ids: string[]; next: string | null };

/** A page ends among those called by the words, or among those that only mention them. */
const AMONG_TITLES = 't.';
const AMONG_TEXTS = 'b.';

/**
 * Articles by their words: first those whose title says them, the newest first, then those whose text does. The two stand in
 * indexes of their own, so that a common word costs no sorting of everything that mentions it.
 */
export async function findArticles(tx: Tx, { q, sight, after, limit }: Ask): Promise<Found> {
  const query = searchQuery(q);
  const cursor = readMomentAndId(after?.replace(/^[tb]\./, ''));
  const inTexts = after?.startsWith(AMONG_TEXTS) ?? false;
  const titled = inTexts
    ? []
    : await findEntries(tx, { type: 'article_title', query, sight, after: cursor, limit: limit + 1 });
  if (titled.length > limit) return pageOf(titled.slice(0, limit), AMONG_TITLES);
  const others = await findEntries(tx, {
    type: 'article',
    query,
    sight: sql<boolean>`${sight} and not ${titleSays(query)}`,
    after: inTexts ? cursor : null,
    limit: limit + 1 - titled.length,
  });
  const found = [...titled, ...others];
  if (found.length <= limit) return { ids: found.map(({ subject_id }) => subject_id), next: null };
  const shown = found.slice(0, limit);
  return pageOf(shown, titled.length === limit ? AMONG_TITLES : AMONG_TEXTS);
}

function pageOf(shown: readonly Entry[], among: string): Found {
  const last: After = { at: shown.at(-1)!.at, id: shown.at(-1)!.subject_id };
  return { ids: shown.map(({ subject_id }) => subject_id), next: `${among}${cursorOf(last.at, last.id)}` };
}

function titleSays({ tsquery, recheck, empty }: SearchQuery): RawBuilder<SqlBool> {
  if (empty) return sql<boolean>`false`;
  const rechecked = sql.join(
    recheck.map((needle) => sql`and position(${needle} in t.folded) > 0`),
    sql` `,
  );
  return sql<boolean>`exists (select from search_entry t where t.subject_id = e.subject_id and t.subject_type = 'article_title'
    and t.terms @@ ${tsquery}::tsquery ${rechecked})`;
}
