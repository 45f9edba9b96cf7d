import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';

export type ComplimentTable = {
  ticket_id: Id<'ticket'>;
  /** Whether the customer heard the standard answer that the kind offers, or other words. */
  answer: 'standard' | 'own';
  by_id: Id<'person'>;
  at: Instant;
};

/** Whom it is about: somebody, with the department he was in by then, or a department as such. */
export type ComplimentAboutTable = {
  id: Id<'compliment_about'>;
  ticket_id: Id<'ticket'>;
  person_id: Id<'person'> | null;
  department_id: Id<'department'> | null;
  at: Instant;
};
