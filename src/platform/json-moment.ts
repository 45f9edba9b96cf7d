import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/** A moment that the database puts into JSON, written as everywhere else. */
export const momentInJson = (column: string): RawBuilder<string | null> =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
