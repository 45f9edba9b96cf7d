import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Instant } from '../../kernel/time.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import type { Ticket } from '../../ticket/ticket.ts';

/** Whoever answers for the dispute owes something by a moment named to the parties: a promise like any other. */
export async function owe(context: Context, ticket: Ticket, kind: string, dueAt: Instant): Promise<void> {
  const { promiseLadder } = await settingsOf(context);
  await startCommitments(context, [
    {
      kind,
      subject: { type: 'ticket', id: ticket.id },
      ticketId: ticket.id,
      ownerId: ticket.owner_id,
      departmentId: ticket.department_id,
      centreId: ticket.centre_id,
      calendarId: await calendarFor(context.tx, 'reception', { centreId: ticket.centre_id, departmentId: null }),
      limit: { dueAt, ladder: promiseLadder },
      startedAt: context.now,
    },
  ]);
}
