import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Json } from '../kernel/json.ts';
import type { PlacedRung } from './ladder.ts';

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
  /** ISO 8601 duration, same-day or end-of-working-day; null where one moment was promised, which nothing moves. */
  allowance: string | null;
  /** What the allowance, and every share of it, is counted in. */
  basis: 'working' | 'clock';
  rule_version: Generated<number>;
  started_at: Instant;
  due_at: Instant;
  state: 'running' | 'paused' | 'kept' | 'late' | 'cancelled';
  /** Of an ended one: when the thing happened, and whether that was in time. */
  settled_at: Instant | null;
  outcome: 'kept' | 'late' | 'cancelled' | null;
  /** Rungs as computed for this deadline, climbed in order. */
  ladder: Json<PlacedRung[]>;
  climbed: Generated<number>;
  /** The highest rung climbed: how often again, when next, and whether anybody said "I have it". */
  again: Generated<number>;
  again_at: Instant | null;
  acknowledged_at: Instant | null;
  acknowledged_by_id: Id<'person'> | null;
  /** The next rung, the next repetition, or the limit of the pause; null when nothing is left to do. */
  next_fire_at: Instant | null;
  /** A row whose firing failed: set aside, shown, never stopping its batch. */
  set_aside_at: Instant | null;
  set_aside_because: string | null;
  /** A verdict is changed only by hand, and says why. */
  corrected_at: Instant | null;
  corrected_by_id: Id<'person'> | null;
  corrected_because: string | null;
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
