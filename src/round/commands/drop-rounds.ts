import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';

/** Not owed any more: the plan was changed or given up, or what it was of is there no more. */
export async function dropRounds(
  context: Context,
  planId: Id<'round_plan'>,
  ids: readonly Id<'round'>[],
): Promise<void> {
  for (const id of ids) {
    await context.tx.updateTable('round').set({ dropped_at: context.now }).where('id', '=', id).execute();
    await cancelCommitments(context, { subjectId: id, reason: 'plan_changed' });
    await record(context, { subject: { type: 'round', id }, type: 'round.dropped', data: { plan: planId } });
  }
}
