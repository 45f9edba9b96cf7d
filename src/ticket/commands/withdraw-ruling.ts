import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import type { ErrorCause } from '../../commitment/told-in-error.ts';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';

/**
 * The clock had it wrong: the promise was kept in time and reported late, or stood still at the time. Whoever was asked to
 * rule on it need not. What was decided meanwhile stands, and so does what a person asked.
 */
export async function withdrawRuling(
  context: Context,
  commitmentId: Id<'commitment'>,
  because: ErrorCause,
): Promise<void> {
  const withdrawn = await context.tx
    .updateTable('ruling')
    .set({ withdrawn_at: context.now, withdrawn_because: because })
    .where('commitment_id', '=', commitmentId)
    .where('asked_by_id', 'is', null)
    .where('decided_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning(['id', 'ticket_id'])
    .executeTakeFirst();
  if (!withdrawn) return;
  await record(context, {
    subject: { type: 'commitment', id: commitmentId },
    type: 'commitment.ruling_withdrawn',
    ticketId: withdrawn.ticket_id,
    data: { ruling: withdrawn.id, because },
  });
  const other = await context.tx
    .selectFrom('ruling')
    .select('id')
    .where('ticket_id', '=', withdrawn.ticket_id)
    .where('decided_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (!other)
    await cancelCommitments(context, {
      subjectId: withdrawn.ticket_id,
      kinds: ['ruling'],
      reason: 'asked_in_error',
    });
}
