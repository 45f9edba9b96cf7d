import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Json, JsonOrDefault } from '../kernel/json.ts';

export type EventTable = {
  subject_type: string;
  subject_id: string;
  seq: number;
  type: string;
  /** The ticket whose timeline shows it; the ticket itself, or the one a work order, visit or commitment belongs to. */
  ticket_id: Id<'ticket'> | null;
  actor_id: Id<'person'> | null;
  happened_at: Instant;
  recorded_at: Instant;
  data: JsonOrDefault<Record<string, unknown>>;
};

export type HouseVersionTable = {
  one: Generated<boolean>;
  version: number;
};

export type OutboxTable = {
  id: Id<'outbox'>;
  task: string;
  payload: Json<unknown>;
  subject_id: string;
  run_at: Instant;
  /** When the job runner was told of it; the row stays until the work is done. */
  handed_at: Instant | null;
};

export type IdempotentRequestTable = {
  key: string;
  person_id: Id<'person'>;
  fingerprint: string;
  status: number;
  body: Json<unknown | null>;
  at: Instant;
};

export type FileTable = {
  id: Id<'file'>;
  name: string;
  type: string;
  size: number;
  sha256: string;
  /** What a photo shows, in the words of whoever sent it; empty: he did not say. */
  shows: Generated<string>;
  /** Null: it came from outside, with what it belongs to. */
  by_id: Id<'person'> | null;
  at: Instant;
  /** What it was given for; it may be read by whoever may read that. */
  subject_type: string | null;
  subject_id: string | null;
  /** In which order it stands there; null: given before that was kept, or come from outside. */
  no: Generated<number | null>;
};

export type FileChunkTable = {
  file_id: Id<'file'>;
  no: number;
  bytes: Buffer;
};

export type SearchEntryTable = {
  subject_type: string;
  subject_id: string;
  at: Instant;
  centre_id: Id<'centre'> | null;
  terms: string;
  folded: string;
};
