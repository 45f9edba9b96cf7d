import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Limit } from '../../commitment/rule.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import type { Ticket } from '../ticket.ts';

type Owed = {
  kind: string;
  /** Who owes it; whoever answers for the ticket, unless said. */
  ownerId?: Id<'person'> | null;
  /** Of which post, where it is owed by whoever holds that. */
  postId?: Id<'post'> | null;
  departmentId?: Id<'department'> | null;
  startedAt?: Instant;
  /** A limit counted from the start, or a moment that was named. */
  limit: Limit | Instant;
};

/** Something is owed about a ticket beside what its kind promises; a moment that was named climbs the ladder of promises. */
export async function oweOn(context: Context, ticket: Ticket, owed: Owed): Promise<void> {
  const { kind, limit, ownerId = ticket.owner_id, postId, departmentId = ticket.department_id } = owed;
  const where = { centreId: ticket.centre_id, departmentId };
  const named = typeof limit === 'string';
  const calendarId = await calendarFor(context.tx, named ? 'reception' : limit.calendar, where);
  await startCommitments(context, [
    {
      kind,
      subject: { type: 'ticket', id: ticket.id },
      ticketId: ticket.id,
      ownerId,
      postId,
      ...where,
      calendarId,
      limit: named ? { dueAt: limit, ladder: (await settingsOf(context)).promiseLadder } : limit,
      startedAt: owed.startedAt ?? context.now,
      ruleVersion: ticket.kind_version,
    },
  ]);
}
