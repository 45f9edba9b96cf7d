import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Commitment } from './commitment.ts';
import { isLate } from './commitment.ts';

/** What another calendar or limit does to one promise that runs: shown before it is applied. */
export type RunningEffect = {
  commitmentId: Id<'commitment'>;
  kind: string;
  ticketId: Id<'ticket'> | null;
  ownerId: Id<'person'> | null;
  from: Instant;
  to: Instant;
  /** It was in time and would be late at once, or the other way round. */
  turns: 'late' | 'in_time' | null;
};

export function effectOf(row: Commitment, next: Commitment, now: Instant): RunningEffect {
  const [was, will] = [isLate(row, now), isLate(next, now)];
  return {
    commitmentId: row.id,
    kind: row.kind,
    ticketId: row.ticket_id,
    ownerId: row.owner_id,
    from: row.due_at,
    to: next.due_at,
    turns: was === will ? null : will ? 'late' : 'in_time',
  };
}
