import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../tables.ts';
import { ERASED } from './erase-words.ts';
import type { Tx } from './tx.ts';

/** Texts of a table in which anybody may be named. */
export type Book = {
  table: keyof Tables;
  texts?: readonly string[];
  /** Columns of JSON: every text in them, names of properties left as they are. */
  json?: readonly string[];
};

const LETTERS = 'A-Za-zÀ-ɏ0-9';
const LATIN = new RegExp(`^[${LETTERS}]`);
const LATIN_AT_END = new RegExp(`[${LETTERS}]$`);

/**
 * Whether a name or number says who is meant, wherever it stands: a name in Chinese from two signs on, in Latin letters from
 * three, a number from seven digits. A shorter one would tear what has nothing to do with him.
 */
export function isTelling(name: string): boolean {
  if (/^[\d\s+()-]+$/.test(name)) return name.replaceAll(/\D/g, '').length >= 7;
  return name.length >= (/^[\p{Script=Latin}\d\s.'-]+$/u.test(name) ? 3 : 2);
}

/**
 * One pattern for all of them, the longest first, read alike by PostgreSQL and here. In Latin letters and digits only whole words count: `Amy`
 * does not stand in `Amyra`. Also as JSON would write it, for a text may hold JSON.
 */
export function patternOf(names: readonly string[]): string | null {
  const written = names.filter(isTelling).flatMap((name) => [name, JSON.stringify(name).slice(1, -1)]);
  const longestFirst = [...new Set(written)].sort((one, other) => other.length - one.length);
  if (longestFirst.length === 0) return null;
  return longestFirst.map(whole).join('|');
}

function whole(name: string): string {
  const plain = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const before = LATIN.test(name) ? `(?<![${LETTERS}])` : '';
  return `${before}${plain}${LATIN_AT_END.test(name) ? `(?![${LETTERS}])` : ''}`;
}

/** Only the rows of one thing: those whose column holds this id. */
export type Only = { key: string; id: string };

const onlyThose = (only: Only | undefined): RawBuilder<unknown> =>
  only ? sql`${sql.ref(only.key)} = ${only.id}::uuid` : sql`true`;

/**
 * Puts a sign in place of what the pattern finds, wherever it stands in the table or in `only` those rows; says in how many. Reads
 * the table whole: a second for a million rows, for an act that is rare. Whose words they were stays.
 */
export async function eraseNames(
  tx: Tx,
  { table, texts = [], json = [] }: Book,
  pattern: string,
  only?: Only,
): Promise<number> {
  let rows = 0;
  // what stands for good stands but for this
  await sql`select set_config('huiyin.erasing', 'on', true)`.execute(tx);
  if (texts.length > 0) {
    const columns = texts.map((column) => sql.ref(column));
    const set = columns.map((column) => sql`${column} = regexp_replace(${column}, ${pattern}, ${ERASED}, 'g')`);
    const found = columns.map((column) => sql`${column} ~ ${pattern}`);
    const done = await sql`
      update ${sql.table(table)} set ${sql.join(set)}
      where ${onlyThose(only)} and (${sql.join(found, sql` or `)})`.execute(tx);
    rows += Number(done.numAffectedRows ?? 0);
  }
  for (const column of json) rows += await eraseInJson(tx, { table, column, only }, pattern);
  return rows;
}

/** For a whole JSON, boundaries left out: there a new line is written with a letter. */
const looseIn = (pattern: string): string => pattern.replaceAll(/\(\?<?!\[[^\]]*\]\)/g, '');

/** Whether a row `x` of the table holds what the pattern finds, in a JSON perhaps more. */
export function namedIn({ texts = [], json = [] }: Book, pattern: string): RawBuilder<boolean> {
  const found = [
    ...texts.map((column) => sql`${sql.ref(`x.${column}`)} ~ ${pattern}`),
    ...json.map((column) => sql`${sql.ref(`x.${column}`)}::text ~ ${looseIn(pattern)}`),
  ];
  return sql<boolean>`(${sql.join(found, sql` or `)})`;
}

/** The texts of a value, those inside of a JSON too, without the names of properties. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}

/** By hand, for a sign inside of a text is written otherwise in JSON, and names of properties are not words. */
async function eraseInJson(
  tx: Tx,
  { table, column, only }: { table: string; column: string; only: Only | undefined },
  pattern: string,
): Promise<number> {
  const { rows } = await sql<{ at: string; value: unknown }>`
    select ctid::text as at, ${sql.ref(column)} as value from ${sql.table(table)}
    where ${onlyThose(only)} and ${sql.ref(column)}::text ~ ${looseIn(pattern)} for update`.execute(tx);
  const finder = new RegExp(pattern, 'gu');
  let changed = 0;
  for (const { at, value } of rows) {
    const without = withoutNames(value, finder);
    if (JSON.stringify(without) === JSON.stringify(value)) continue;
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${JSON.stringify(without)}::jsonb
      where ctid = ${at}::tid`.execute(tx);
    changed += 1;
  }
  return changed;
}

function withoutNames(value: unknown, finder: RegExp): unknown {
  if (typeof value === 'string') return value.replaceAll(finder, ERASED);
  if (Array.isArray(value)) return value.map((one) => withoutNames(one, finder));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutNames(one, finder)]));
}
