import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';

/**
 * The matter is not settled after all, or is another one: visits still due for it are dropped, and nothing is owed on them.
 * Called under the ticket's lock.
 */
export async function dropVisits(
  context: Context,
  ticketId: string,
  because: 'reopened' | 'cancelled' | 'reclassified' | 'kind_changed',
): Promise<void> {
  const dropped = await context.tx
    .updateTable('return_visit')
    .set({ state: 'dropped', ended_at: context.now })
    .where('ticket_id', '=', ticketId as Id<'ticket'>)
    .where('state', '=', 'due')
    .returning(['id', 'rule'])
    .execute();
  for (const { id, rule } of dropped) {
    await cancelCommitments(context, { subjectId: id, kinds: ['return_visit'], reason: because });
    await record(context, {
      subject: { type: 'return_visit', id },
      type: 'return_visit.dropped',
      ticketId,
      data: { rule, because },
    });
  }
}
