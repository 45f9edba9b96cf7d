import { sql } from 'kysely';
import { searchQuery } from '../../src/kernel/text/query.ts';
import { tokenise } from '../../src/kernel/text/tokens.ts';
import type { Database } from '../../src/platform/db.ts';
import type { Tx } from '../../src/platform/tx.ts';
import type { EntryType } from '../../src/search/entries.ts';
import { findEntries } from '../../src/search/entries.ts';
import type { Random } from './corpus.ts';
import { pick, seeded } from './corpus.ts';

/** What was drawn, in which tenth of frequency its words stand, and in how many of the sampled entries it occurs. */
export type Drawn = { text: string; script: 'han' | 'latin' | 'number' | 'several'; decile: number; share: number };

export type Measured = {
  queries: number;
  p50: number;
  p95: number;
  p99: number;
  slowest: { text: string; ms: number }[];
};
export type Recall = { queries: number; wanted: number; found: number; wrong: string[] };

const SAMPLE = 20_000;

/** Texts from all ages alike: one in so many. */
async function sample(tx: Tx, type: EntryType): Promise<string[]> {
  const rows = await sql<{ folded: string }>`
    select folded from search_entry tablesample system (10) repeatable (1) where subject_type = ${type} order by subject_id limit ${SAMPLE * 5}`.execute(
    tx,
  );
  const step = Math.max(1, Math.floor(rows.rows.length / SAMPLE));
  return rows.rows.filter((_, at) => at % step === 0).map((row) => row.folded);
}

/** Every stretch of so many characters. */
function stretches(text: string, lengths: readonly number[]): string[] {
  return lengths.flatMap((long) =>
    Array.from({ length: Math.max(0, text.length - long + 1) }, (_, at) => text.slice(at, at + long)),
  );
}

/** Everything in a text that somebody might look for: stretches of two to four characters, words, pieces of numbers. */
function fragments(text: string): { han: string[]; latin: string[]; number: string[] } {
  const tokens = tokenise(text);
  const of = (kind: string): string[] => tokens.filter((token) => token.kind === kind).map((token) => token.text);
  const unique = (found: string[]): string[] => [...new Set(found)];
  return {
    han: unique(of('dense').flatMap((run) => stretches(run, [2, 3, 4]))),
    latin: unique(of('word').filter((word) => word.length > 2)),
    number: unique(of('number').flatMap((run) => stretches(run, [4, 6]))).filter((piece) =>
      /^[0-9].*[0-9]$/.test(piece),
    ),
  };
}

/** So many from each tenth of the words in the order of how often they occur; and from those in 5 to 10 % of all. */
function byDecile(
  counts: Map<string, number>,
  total: number,
  script: Drawn['script'],
  each: number,
  random: Random,
): Drawn[] {
  const ranked = [...counts].sort((one, other) => other[1] - one[1]);
  const drawn: Drawn[] = [];
  for (let decile = 0; decile < 10; decile += 1) {
    const tenth = ranked.slice(
      Math.floor((ranked.length * decile) / 10),
      Math.floor((ranked.length * (decile + 1)) / 10),
    );
    for (let n = 0; n < each && tenth.length > 0; n += 1) {
      const [text, count] = pick(random, tenth);
      drawn.push({ text, script, decile, share: count / total });
    }
  }
  const common = ranked.filter(([, count]) => count / total >= 0.05 && count / total <= 0.1);
  for (let n = 0; n < each * 2 && common.length > 0; n += 1) {
    const [text, count] = pick(random, common);
    drawn.push({ text, script, decile: 0, share: count / total });
  }
  return drawn;
}

/** Draws at least 200 queries from the data itself, among them pairs of words that stand in one text, and pairs that may not. */
export async function drawQueries(tx: Tx, type: EntryType, seed = 1): Promise<Drawn[]> {
  const texts = await sample(tx, type);
  const random = seeded(seed);
  const counts = {
    han: new Map<string, number>(),
    latin: new Map<string, number>(),
    number: new Map<string, number>(),
  };
  for (const text of texts) {
    for (const [script, found] of Object.entries(fragments(text))) {
      const into = counts[script as keyof typeof counts];
      for (const one of found) into.set(one, (into.get(one) ?? 0) + 1);
    }
  }
  const single = (['han', 'latin', 'number'] as const).flatMap((script) =>
    byDecile(counts[script], texts.length, script, 7, random),
  );
  const pairs: Drawn[] = Array.from({ length: 40 }, (_, nth) => {
    const here = fragments(pick(random, texts));
    const there = nth % 2 ? fragments(pick(random, texts)) : here;
    const words = [pick(random, [...here.han, ...here.latin]), pick(random, [...there.han, ...there.latin])];
    return { text: words.filter(Boolean).join(' '), script: 'several', decile: -1, share: -1 };
  });
  return [...single, ...pairs];
}

/** Each query in a transaction of its own, as a request would ask it. */
export async function measureSearch(
  database: Database,
  schema: string,
  type: EntryType,
  drawn: readonly Drawn[],
  limit = 21,
): Promise<Measured> {
  const times: { text: string; ms: number }[] = [];
  for (const { text } of drawn) {
    const start = performance.now();
    await database.read(schema, (tx) =>
      findEntries(tx, { type, query: searchQuery(text), sight: sql<boolean>`true`, limit }),
    );
    times.push({ text, ms: performance.now() - start });
  }
  const sorted = times.toSorted((one, other) => one.ms - other.ms);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.ms;
  return { queries: times.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), slowest: sorted.slice(-8).toReversed() };
}

/** What a plain reading says: every part of the query stands in the text, words of spaced scripts at a beginning, numbers with their dashes or without. */
function occurs(folded: string, joined: string, text: string): boolean {
  return text.split(' ').every((part) => {
    if (!/^[a-z]/.test(part)) return folded.includes(part) || (/^[0-9]+$/.test(part) && joined.includes(part));
    for (let at = folded.indexOf(part); at >= 0; at = folded.indexOf(part, at + 1))
      if (at === 0 || !/[a-z]/.test(folded[at - 1]!)) return true;
    return false;
  });
}

const CHUNK = 20_000;

type Row = { subject_id: string; at: string; folded: string };

async function nextRows(database: Database, schema: string, type: EntryType, after: Row | undefined): Promise<Row[]> {
  const behind = after ? sql`and (at, subject_id) < (${after.at}::timestamptz, ${after.subject_id}::uuid)` : sql``;
  const rows = await database.read(schema, (tx) =>
    sql<Row>`select subject_id, at, folded from search_entry where subject_type = ${sql.lit(type)} ${behind}
      order by at desc, subject_id desc limit ${CHUNK}`.execute(tx),
  );
  return rows.rows;
}

/** Reads every entry from the newest on and keeps, for each query, the first ones it occurs in: what search must answer. */
async function plainScan(
  database: Database,
  schema: string,
  type: EntryType,
  drawn: readonly Drawn[],
  limit: number,
): Promise<string[][]> {
  const wanted = drawn.map((): string[] => []);
  let rows = await nextRows(database, schema, type, undefined);
  while (rows.length > 0) {
    for (const row of rows) {
      const joined = row.folded.replace(/(?<=[0-9])-(?=[0-9])/g, '');
      drawn.forEach(({ text }, nth) => {
        if (wanted[nth]!.length < limit && occurs(row.folded, joined, text)) wanted[nth]!.push(row.subject_id);
      });
    }
    rows = rows.length < CHUNK ? [] : await nextRows(database, schema, type, rows.at(-1));
  }
  return wanted;
}

/** Compares the first page of each query with a plain scan of all entries: what is missing, and what should not be there. */
export async function recallOf(
  database: Database,
  schema: string,
  type: EntryType,
  drawn: readonly Drawn[],
  limit = 20,
): Promise<Recall> {
  const wanted = await plainScan(database, schema, type, drawn, limit);
  const recall: Recall = { queries: drawn.length, wanted: 0, found: 0, wrong: [] };
  for (const [nth, { text }] of drawn.entries()) {
    const entries = await database.read(schema, (tx) =>
      findEntries(tx, { type, query: searchQuery(text), sight: sql<boolean>`true`, limit }),
    );
    const got = new Set<string>(entries.map((entry) => entry.subject_id));
    const found = wanted[nth]!.filter((id) => got.has(id)).length;
    recall.wanted += wanted[nth]!.length;
    recall.found += found;
    if (found < wanted[nth]!.length || got.size > wanted[nth]!.length)
      recall.wrong.push(`${text}: ${found} of ${wanted[nth]!.length}, answered ${got.size}`);
  }
  return recall;
}
