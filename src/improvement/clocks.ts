import type { NewCommitment } from '../commitment/commands/start-commitments.ts';
import type { Limit } from '../commitment/rule.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { calendarFor } from '../organisation/calendar-choice.ts';
import type { Context } from '../platform/context.ts';
import type { Improvement } from './facts.ts';
import type { IMPROVEMENT_CLOCKS } from './improvement.ts';

type Owed = {
  id?: Id<'commitment'>;
  kind: (typeof IMPROVEMENT_CLOCKS)[number];
  ownerId: Id<'person'> | null;
  limit: Limit;
  /** A day set by hand stands instead of the limit's allowance. */
  dueAt?: Instant;
  words?: string;
};

/** What is owed on an action; it belongs to no ticket, for it outlives whatever it came from. */
export async function clockOn(
  context: Context,
  one: Pick<Improvement, 'id' | 'department_id' | 'centre_id'>,
  { id, kind, ownerId, limit, dueAt, words }: Owed,
): Promise<NewCommitment> {
  const where = { centreId: one.centre_id, departmentId: one.department_id };
  return {
    id,
    kind,
    subject: { type: 'improvement', id: one.id },
    ticketId: null,
    ownerId,
    departmentId: one.department_id,
    centreId: one.centre_id,
    calendarId: await calendarFor(context.tx, limit.calendar, where),
    limit: dueAt ? { dueAt, ladder: limit.ladder, basis: limit.allowance.basis } : limit,
    startedAt: context.now,
    words: words ?? null,
  };
}
