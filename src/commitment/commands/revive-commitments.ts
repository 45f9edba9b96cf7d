import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Commitment } from '../commitment.ts';
import { nextMoment } from '../ladder.ts';
import { saveCommitments } from '../saving.ts';

/**
 * What was said to be owed no more is owed after all, by the same moment: the act that ended it was taken back. Rungs whose
 * moment has passed meanwhile speak at once, together; what has a verdict keeps it.
 */
export async function reviveCommitments(context: Context, ids: readonly Id<'commitment'>[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await context.tx
    .selectFrom('commitment')
    .selectAll()
    .where('id', 'in', ids)
    .where('state', '=', 'cancelled')
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  const revived = rows.map((row): Commitment => ({
    ...row,
    state: 'running',
    outcome: null,
    settled_at: null,
    next_fire_at: nextMoment(row),
  }));
  await saveCommitments(context, revived);
  await record(
    context,
    ...revived.map((row) => ({
      subject: { type: 'commitment' as const, id: row.id },
      type: 'commitment.revived',
      ticketId: row.ticket_id,
      data: { kind: row.kind, dueAt: row.due_at },
    })),
  );
}
