import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';

/** What somebody wants to be reminded of; by when, whose it is and how it ended stands in its commitment. */
export type ReminderTable = {
  id: Id<'reminder'>;
  ticket_id: Id<'ticket'> | null;
  words: string;
  set_by_id: Id<'person'>;
  set_at: Instant;
};

/** A ticket out of one person's own list for a while. */
export type SnoozeTable = {
  person_id: Id<'person'>;
  ticket_id: Id<'ticket'>;
  at: Instant;
  until_at: Instant | null;
  /** Until the customer says something. */
  until_answered: Generated<boolean>;
  woken_at: Instant | null;
  woken_by: 'time' | 'answer' | null;
};
