import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/** What stands where something personal stood. A sign, for a word would need a language. */
export const ERASED = '—';

/** A shorter one would tear every sentence in which it happens to occur. */
const SHORTEST = 2;

/** Names and numbers that may be looked for in texts, the longest first, so that no part of one is left standing. */
export function erasable(secrets: readonly string[]): string[] {
  const found = new Set(secrets.map((secret) => secret.trim()).filter((secret) => secret.length >= SHORTEST));
  return [...found].sort((one, other) => other.length - one.length);
}

/** A text column with every one of these replaced: `replace(replace(title, '王小明', '—'), '138...', '—')`. */
export function without(column: string, secrets: readonly string[]): RawBuilder<string> {
  return secrets.reduce<RawBuilder<string>>(
    (text, secret) => sql<string>`replace(${text}, ${secret}, ${ERASED})`,
    sql<string>`${sql.ref(column)}`,
  );
}

/** Whether a text column holds any of them, so that only those rows are written. */
export function holdsAny(columns: readonly string[], secrets: readonly string[]): RawBuilder<boolean> {
  const all = sql.join(
    columns.map((column) => sql`coalesce(${sql.ref(column)}, '')`),
    sql` || ' ' || `,
  );
  return sql<boolean>`exists (select from unnest(${secrets}::text[]) secret where position(secret in ${all}) > 0)`;
}
