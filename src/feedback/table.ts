import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { FeedbackSort } from './feedback.ts';

export type FeedbackTable = {
  id: Id<'feedback'>;
  sort: FeedbackSort;
  centre_id: Id<'centre'>;
  department_id: Id<'department'>;
  /** The head it went to, who is in charge. */
  addressee_id: Id<'person'> | null;
  visit_id: Id<'return_visit'> | null;
  text: string;
  by_id: Id<'person'>;
  at: Instant;
  answered_at: Instant | null;
  answered_by_id: Id<'person'> | null;
  /** Of complaints always, of an opinion where he had something to say. */
  reply: string | null;
};

export type FeedbackTicketTable = { feedback_id: Id<'feedback'>; ticket_id: Id<'ticket'> };
