import { sql } from 'kysely';

/** Rows of imports, by what came of them. */
export const COUNTED = sql.raw(
  [
    ...['new', 'changed', 'same', 'refused'].map((one) => `count(*) filter (where result = '${one}')::int as "${one}"`),
    ...['undone', 'kept'].map((one) => `count(*) filter (where undone = '${one}')::int as "${one}"`),
  ].join(', '),
);
