import type { RawBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { SearchQuery } from '../kernel/text/query.ts';
import type { Instant } from '../kernel/time.ts';
import type { Tx } from '../platform/db.ts';

export type EntryType = 'ticket' | 'customer' | 'place';

/** Where a page of results ended. */
export type After = { at: Instant; id: string };

export type EntryAsk = {
  type: EntryType;
  query: SearchQuery;
  /** What the asker may see of this type, as a condition on `search_entry e`. */
  sight: RawBuilder<SqlBool>;
  after?: After | null;
  limit: number;
};

export type Entry = { subject_id: string; at: Instant };

/** How many of the newest entries are read one by one before the index is asked. */
const NEWEST = 4_000;

/**
 * The newest entries that match and may be seen, newest first. A common word is found among the newest few thousand without
 * the index, whose answer would be hundreds of thousands of rows to sort; what is not found there often enough is rare, and
 * for that the index answers. Either way the answer is complete: nothing newer was left out.
 */
export async function findEntries(tx: Tx, ask: EntryAsk): Promise<Entry[]> {
  if (ask.query.empty) return [];
  const among = await amongNewest(tx, ask);
  return among.length >= ask.limit ? among : byIndex(tx, ask);
}

function matches({ query, sight }: EntryAsk): RawBuilder<SqlBool> {
  const needles = query.recheck.map((needle) => sql<boolean>`and position(${needle} in e.folded) > 0`);
  return sql<boolean>`e.terms @@ ${query.tsquery}::tsquery ${sql.join(needles, sql` `)} and ${sight}`;
}

/** The type stands in the text of the query, so that its own index is seen to fit. */
function ofType({ type, after }: EntryAsk): RawBuilder<SqlBool> {
  const behind = after ? sql`and (e.at, e.subject_id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  return sql<boolean>`e.subject_type = ${sql.lit(type)} ${behind}`;
}

const NEWEST_FIRST = sql`order by e.at desc, e.subject_id desc`;

async function amongNewest(tx: Tx, ask: EntryAsk): Promise<Entry[]> {
  const found = await sql<Entry>`
    select e.subject_id, e.at from (
      select e.* from search_entry e where ${ofType(ask)} ${NEWEST_FIRST} limit ${NEWEST}
    ) e where ${matches(ask)} ${NEWEST_FIRST} limit ${ask.limit}`.execute(tx);
  return found.rows;
}

/** Materialised, for the planner would otherwise walk all entries from the newest on in the hope of meeting enough. */
async function byIndex(tx: Tx, ask: EntryAsk): Promise<Entry[]> {
  const found = await sql<Entry>`
    with e as materialized (select e.subject_id, e.at from search_entry e where ${ofType(ask)} and ${matches(ask)})
    select e.subject_id, e.at from e ${NEWEST_FIRST} limit ${ask.limit}`.execute(tx);
  return found.rows;
}
