import type { CommitmentClimb } from '../commitment/fire.ts';
import type { Id } from '../kernel/id.ts';
import type { Message } from '../notification/commands/notify.ts';
import type { Context } from '../platform/context.ts';

/** What the reminders among these are about; asked only where there are any. */
export async function aboutReminders(
  context: Context,
  climbs: readonly CommitmentClimb[],
): Promise<ReadonlyMap<string, Id<'ticket'> | null>> {
  const ids = climbs.flatMap(({ commitment }) =>
    commitment.kind === 'reminder' ? [commitment.subject_id as Id<'reminder'>] : [],
  );
  if (ids.length === 0) return new Map();
  const rows = await context.tx.selectFrom('reminder').select(['id', 'ticket_id']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.ticket_id]));
}

/** Its moment has come: it says so once, and leads to what it is about. */
export function remindOf(
  { commitment }: CommitmentClimb,
  reminders: ReadonlyMap<string, Id<'ticket'> | null>,
): Message | null {
  if (!reminders.has(commitment.subject_id)) return null;
  return {
    type: 'reminder.due',
    subject: { type: 'reminder', id: commitment.subject_id },
    ticketId: reminders.get(commitment.subject_id) ?? null,
    params: { dueAt: commitment.due_at },
  };
}
