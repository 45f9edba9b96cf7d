import { Kysely, PostgresDialect } from 'kysely';
import type { Database } from '../platform/db.ts';
import type { Tables } from '../tables.ts';

const opened = new WeakMap<Database['pool'], Kysely<Tables>>();

/** Kysely on the pool: every query borrows a connection of its own. Never destroyed: the pool is closed by its owner. */
export function onPool({ pool }: Database): Kysely<Tables> {
  const known = opened.get(pool) ?? new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  opened.set(pool, known);
  return known;
}

/**
 * An organisation's tables outside of any transaction: for finding out who asks, before there is a transaction to ask
 * in (docs/adr/0003-sign-in.md). Every table is named with its schema, so no search path matters; no raw SQL here,
 * which would not be.
 */
export function tablesOf(database: Database, schema: string): Kysely<Tables> {
  return onPool(database).withSchema(schema);
}
