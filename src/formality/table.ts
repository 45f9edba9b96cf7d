import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { LookedAs } from './looks.ts';

/** Added, never changed: the database refuses it. */
export type TicketPaperTable = {
  id: Id<'ticket_paper'>;
  ticket_id: Id<'ticket'>;
  /** 1, 2, ... among the looks at the papers of its ticket. */
  no: number;
  /** Key of a paper of the ticket's kind; the last look at it counts. */
  paper: string;
  state: LookedAs;
  pieces: number;
  /** Why it was sent back, or what else was seen. */
  remark: string;
  /** Scans that came with this look; they belong to the ticket. */
  file_ids: Id<'file'>[];
  by_id: Id<'person'>;
  at: Instant;
};
