import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { LineSort } from './daily-record.ts';

export type DailyRecordTable = {
  id: Id<'daily_record'>;
  centre_id: Id<'centre'>;
  /** Whose head or supervisor owes it. */
  department_id: Id<'department'>;
  /** The working day, YYYY-MM-DD, where the centre stands. */
  begins: string;
  /** Where the record before ended: days on which the centre was closed belong to the next open one. */
  from_at: Instant;
  until_at: Instant;
  /** What was said to all as it was handed over; may be empty. */
  remark: string | null;
  handed_at: Instant | null;
  handed_by_id: Id<'person'> | null;
};

/** A line by hand has a text and an author; one drawn up from a ticket names it, from the hand-over on. */
export type DailyLineTable = {
  id: Id<'daily_line'>;
  record_id: Id<'daily_record'>;
  department_id: Id<'department'>;
  sort: LineSort;
  ticket_id: Id<'ticket'> | null;
  text: string | null;
  by_id: Id<'person'> | null;
  at: Instant;
};

export type DailyHandoverTable = {
  record_id: Id<'daily_record'>;
  department_id: Id<'department'>;
  /** Its head as it was handed over. */
  addressee_id: Id<'person'> | null;
  acknowledged_at: Instant | null;
  acknowledged_by_id: Id<'person'> | null;
};
