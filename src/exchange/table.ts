import type { Generated, JSONColumnType } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Right } from '../organisation/rights.ts';
import type { ListKey } from './in/keys.ts';

/** A file, or what goes on leaving from then on: the address of a calendar, a webhook. */
export type TakenAs = 'csv' | 'xlsx' | 'pdf' | 'json' | 'ics' | 'webhook' | 'backup';

export type ListTakenOutTable = {
  id: Id<'list_taken_out'>;
  /** Key of the list, or of whatever else it was (src/exchange/others.ts). */
  list: string;
  format: TakenAs;
  /** What it was narrowed by, without texts somebody typed. */
  narrowed: JSONColumnType<Record<string, string>>;
  /** null: a command on the machine, by nobody who signed in. */
  person_id: Id<'person'> | null;
  started_at: Instant;
  /** How many have been sent so far; null: it is not counted in rows. */
  rows: Generated<number | null>;
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

/** How many rows came to what. */
export type Counts = Record<'new' | 'changed' | 'same' | 'refused' | 'undone' | 'kept', number>;

export type ListImportTable = {
  id: Id<'import'>;
  list: ListKey;
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
  /** Once its rows are forgotten: what had come of them. */
  counts: JSONColumnType<Counts> | null;
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
