import type { Generated, JSONColumnType } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Right } from '../organisation/rights.ts';

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

export type ListImportState =
  | 'ready'
  | 'previewing'
  | 'previewed'
  | 'running'
  | 'done'
  | 'stopped'
  | 'undoing'
  | 'undone';

export type ListImportTable = {
  id: Id<'import'>;
  list: 'customers' | 'places' | 'people' | 'tickets';
  file_name: string;
  person_id: Id<'person'>;
  only_rights: Right[] | null;
  headers: JSONColumnType<string[]>;
  /** Field to column. */
  mapping: JSONColumnType<Record<string, number>>;
  state: ListImportState;
  stop_asked: Generated<boolean>;
  rows: number;
  done: Generated<number>;
  made_at: Instant;
  started_at: Instant | null;
  ended_at: Instant | null;
  lease: string | null;
  leased_until: Instant | null;
  forgotten_at: Instant | null;
};

export type ListImportRowTable = {
  import_id: Id<'import'>;
  line: number;
  cells: JSONColumnType<string[]>;
  result: 'new' | 'changed' | 'same' | 'refused' | null;
  why: JSONColumnType<Wrong[]> | null;
  former: JSONColumnType<Record<string, string>> | null;
  subject_id: string | null;
  version: number | null;
  before: JSONColumnType<object> | null;
  undone: 'undone' | 'kept' | null;
};

/** Why a row, or one of its cells, is refused. */
export type Wrong = { field: string | null; code: string; params: Record<string, string | number> };

export type ExternalIdTable = {
  list: string;
  value: string;
  subject_id: string;
};
