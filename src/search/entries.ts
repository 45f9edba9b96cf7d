import type { RawBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { SearchQuery } from '../kernel/text/query.ts';
import type { Instant } from '../kernel/time.ts';
import type { Tx } from '../platform/tx.ts';

/** What can be found; an article's title stands beside the whole of it. */
export type FoundType = 'ticket' | 'customer' | 'place' | 'message' | 'article';
export type EntryType = FoundType | 'article_title';

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

/**
 * How many of the newest entries are read one by one before the index is asked; 4,000 are 3 ms of CPU. Fewer where the index
 * never has much to sort: of 300,000 customers 24,000 share the commonest surname, and no two flats a number.
 */
const NEWEST: Record<EntryType, number> = {
  ticket: 4_000,
  customer: 1_000,
  place: 200,
  message: 4_000,
  article: 500,
  article_title: 1_000,
};

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

function rechecked({ query }: EntryAsk): RawBuilder<SqlBool> {
  return sql.join(
    query.recheck.map((needle) => sql`and position(${needle} in e.folded) > 0`),
    sql` `,
  );
}

/** The type stands in the text of the query, so that its own index is seen to fit. */
function ofType({ type, after }: EntryAsk): RawBuilder<SqlBool> {
  const behind = after ? sql`and (e.at, e.subject_id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  return sql<boolean>`e.subject_type = ${sql.lit(type)} ${behind}`;
}

const NEWEST_FIRST = sql`order by e.at desc, e.subject_id desc`;

function newestOf(ask: EntryAsk, most: number): RawBuilder<unknown> {
  return sql`(select e.* from search_entry e where ${ofType(ask)} ${NEWEST_FIRST} limit ${most}) e`;
}

async function amongNewest(tx: Tx, ask: EntryAsk): Promise<Entry[]> {
  const found = await sql<Entry>`
    select e.subject_id, e.at from ${newestOf(ask, NEWEST[ask.type])}
    where e.terms @@ ${ask.query.tsquery}::tsquery ${rechecked(ask)} and ${ask.sight}
    ${NEWEST_FIRST} limit ${ask.limit}`.execute(tx);
  return found.rows;
}

/**
 * Materialised, for the planner would otherwise walk all entries from the newest on in the hope of meeting enough. What is not
 * asked of the index is called as a function, so that the planner does not ask it after all.
 */
async function byIndex(tx: Tx, ask: EntryAsk): Promise<Entry[]> {
  const { indexed, read } = await divide(tx, ask);
  const alsoRead = sql.join(
    read.map((part) => sql`and ts_match_vq(e.terms, ${part}::tsquery)`),
    sql` `,
  );
  const found = await sql<Entry>`
    with e as materialized (
      select e.subject_id, e.at from search_entry e
      where ${ofType(ask)} and e.terms @@ ${indexed.join(' & ')}::tsquery ${alsoRead} ${rechecked(ask)} and ${ask.sight}
    ) select e.subject_id, e.at from e ${NEWEST_FIRST} limit ${ask.limit}`.execute(tx);
  return found.rows;
}

const SAMPLE = 1_000;
/** Reading one entry costs about as much as collecting seven from the index for a beginning of words. */
const READING = 7;

/**
 * Which parts of a query the index should answer. For the beginning of a word it collects every entry that has such a word
 * before it looks at the others: 150 ms for `the`, though `漏电` beside it leaves nothing. A beginning that is common among the
 * newest is therefore not asked, but read in what the rarest other part leaves.
 */
async function divide(tx: Tx, ask: EntryAsk): Promise<{ indexed: string[]; read: string[] }> {
  const { parts } = ask.query;
  if (parts.length < 2 || !parts.some(isBeginning)) return { indexed: parts, read: [] };
  const counts = parts.map((part) => sql`count(*) filter (where e.terms @@ ${part}::tsquery)::int`);
  const sampled = await sql<{ counts: number[] }>`
    select array[${sql.join(counts)}] as counts from ${newestOf(ask, SAMPLE)}`.execute(tx);
  const shares = sampled.rows[0]!.counts;
  const rarest = Math.max(1, Math.min(...shares));
  const first = shares.indexOf(Math.min(...shares));
  const read = parts.filter((part, nth) => nth !== first && isBeginning(part) && shares[nth]! > READING * rarest);
  return { indexed: parts.filter((part) => !read.includes(part)), read };
}

function isBeginning(part: string): boolean {
  return part.includes(':*');
}
