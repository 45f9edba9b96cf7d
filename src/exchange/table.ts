import type { Generated, JSONColumnType } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';

export type ListTakenOutTable = {
  id: Id<'list_taken_out'>;
  list: string;
  format: 'csv' | 'xlsx';
  /** What it was narrowed by, without texts somebody typed. */
  narrowed: JSONColumnType<Record<string, string>>;
  person_id: Id<'person'>;
  started_at: Instant;
  /** How many have been sent so far. */
  rows: Generated<number>;
  state: Generated<'running' | 'done' | 'stopped'>;
  ended_at: Instant | null;
};
