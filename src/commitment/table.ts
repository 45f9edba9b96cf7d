import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Json } from '../kernel/json.ts';

export type CommitmentTable = {
  id: Id<'commitment'>;
  kind: string;
  /** What it is about. */
  subject_type: string;
  subject_id: string;
  ticket_id: Id<'ticket'> | null;
  /** What was promised, where words are needed beyond the kind (erasable). */
  words: string | null;
  owner_id: Id<'person'> | null;
  post_id: Id<'post'> | null;
  department_id: Id<'department'> | null;
  centre_id: Id<'centre'>;
  calendar_id: Id<'calendar'>;
  calendar_version: number;
  /** ISO 8601 duration, or same-day; counted in working or clock time. */
  allowance: string;
  basis: 'working' | 'clock';
  rule_version: Generated<number>;
  started_at: Instant;
  due_at: Instant;
  state: 'running' | 'paused' | 'kept' | 'late' | 'cancelled';
  /** Of an ended one: when the thing happened, and whether that was in time. */
  settled_at: Instant | null;
  outcome: 'kept' | 'late' | 'cancelled' | null;
  /** Rungs as computed for this deadline: [{ at, do, to, ... }], climbed in order. */
  ladder: Json<unknown>;
  climbed: Generated<number>;
  next_fire_at: Instant | null;
  /** A row whose firing failed: set aside, shown, never stopping its batch. */
  set_aside_at: Instant | null;
  set_aside_because: string | null;
};

export type CommitmentPauseTable = {
  commitment_id: Id<'commitment'>;
  no: number;
  reason: string;
  by_id: Id<'person'> | null;
  from_at: Instant;
  /** Nothing sleeps for ever: at its limit the pause ends by itself. */
  limit_at: Instant;
  until_at: Instant | null;
};
