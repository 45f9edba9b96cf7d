import type { Id } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Commitment, Verdict } from '../commitment.ts';
import { whyNotCorrect } from '../commitment.ts';
import { lockCommitment } from '../rows.ts';
import { saveCommitments } from '../saving.ts';
import { rungsBefore, toldInError } from '../told-in-error.ts';

export type Correction = { commitmentId: Id<'commitment'>; verdict: Verdict; reason: string };

/**
 * Changes a verdict by hand. The reason stands in the row (it is a text, and erasable), the change in the journal. From late to
 * kept, what the ladder said of the missed deadline was said in error. Refused for what has no verdict, or that very one.
 */
export async function correctVerdict(
  context: Context,
  { commitmentId, verdict, reason }: Correction,
): Promise<Commitment> {
  if (reason.trim() === '') throw new Invalid('commitment.correction_without_reason', { path: 'reason' });
  const row = await lockCommitment(context.tx, commitmentId);
  if (!row) throw new NotFound('commitment.unknown');
  orRefuse(whyNotCorrect(row, verdict));
  const corrected: Commitment = {
    ...row,
    state: verdict,
    outcome: verdict,
    corrected_at: context.now,
    corrected_by_id: context.actor.personId,
    corrected_because: reason.trim(),
  };
  await saveCommitments(context, [corrected]);
  const errors =
    verdict === 'kept' ? toldInError(row, rungsBefore(row.due_at, row.ladder), row.climbed, 'verdict_corrected') : [];
  await record(
    context,
    {
      subject: { type: 'commitment', id: row.id },
      type: 'commitment.corrected',
      ticketId: row.ticket_id,
      data: { kind: row.kind, from: row.state, to: verdict },
    },
    ...errors,
  );
  return corrected;
}
