import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';

/** An error somebody of ours made; never changed. */
export type LoggedErrorTable = {
  id: Id<'logged_error'>;
  person_id: Id<'person'>;
  centre_id: Id<'centre'>;
  department_id: Id<'department'> | null;
  /** A key of the house's sorts of errors. */
  sort: string;
  what: string;
  lesson: string;
  ticket_id: Id<'ticket'> | null;
  happened_at: Instant;
  by_id: Id<'person'>;
  at: Instant;
  /** The how manieth of its sort by him it is; from the second on it is a repetition. */
  nth: number;
};
