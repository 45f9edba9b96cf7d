import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Commitment } from '../commitment.ts';
import { goingOn } from '../pausing.ts';
import type { Which } from '../rows.ts';
import { lockOpen } from '../rows.ts';
import { saveCommitments } from '../saving.ts';
import { ENDED } from '../settling.ts';

/**
 * Nothing is owed any more: the ticket was cancelled, the work order withdrawn. Counts neither as kept nor as late. `reason` is a
 * word for the journal (`reclassified`), not a text.
 */
export async function cancelCommitments(context: Context, which: Which & { reason: string }): Promise<Commitment[]> {
  const { reason, ...meant } = which;
  const open = await lockOpen(context.tx, meant);
  if (open.length === 0) return [];
  const cancelled = (await goingOn(context, open, context.now)).map((row): Commitment => ({
    ...row,
    ...ENDED,
    state: 'cancelled',
    outcome: 'cancelled',
    settled_at: context.now,
  }));
  await saveCommitments(context, cancelled);
  await record(
    context,
    ...cancelled.map((row) => ({
      subject: { type: 'commitment' as const, id: row.id },
      type: 'commitment.cancelled',
      ticketId: row.ticket_id,
      data: { kind: row.kind, reason },
    })),
  );
  return cancelled;
}
