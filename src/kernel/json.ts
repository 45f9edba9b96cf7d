import type { ColumnType } from 'kysely';

/** A jsonb column: read as its shape, written as text, for pg would turn an array into an array of its own. */
export type Json<Shape> = ColumnType<Shape, Written<Shape>, Written<Shape>>;

/** The same where the database fills in an empty one. */
export type JsonOrDefault<Shape> = ColumnType<Shape, Written<Shape> | undefined, Written<Shape>>;

type Written<Shape> = null extends Shape ? string | null : string;

export function json(value: unknown): string {
  return JSON.stringify(value);
}
