import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Ticket } from '../ticket.ts';

/**
 * What the customer of a ticket is answered, or told, the customers of those that became part of it hear too: it stands on each
 * of theirs by when it happened.
 */
export async function hearAnswer(
  context: Context,
  ticket: Ticket,
  at: Instant,
  what: 'answered' | 'told',
): Promise<void> {
  // nothing can have become part of what is opened in this very act
  if (ticket.opened_at === context.now) return;
  const parts = await sql<{ id: Id<'ticket'> }>`
    update ticket t set answered_at = coalesce(t.answered_at, ${at}::timestamptz),
      told_at = case when ${what === 'told'} then coalesce(t.told_at, ${at}::timestamptz) else t.told_at end
    from ticket_merge m where m.into_id = ${ticket.id} and m.undone_at is null and t.id = m.from_id
    returning t.id`.execute(context.tx);
  await record(
    context,
    ...parts.rows.map(({ id }) => ({
      subject: { type: 'ticket' as const, id },
      type: 'ticket.heard_answer',
      happenedAt: at,
      data: { in: ticket.id, number: ticket.number, what },
    })),
  );
}
