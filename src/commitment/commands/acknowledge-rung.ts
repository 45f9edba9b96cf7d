import type { Id } from '../../kernel/id.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Commitment } from '../commitment.ts';
import { whyNotAcknowledge } from '../commitment.ts';
import { nextMoment } from '../ladder.ts';
import { lockCommitment } from '../rows.ts';
import { saveCommitments } from '../saving.ts';

/**
 * "I have it": the highest rung climbed is not climbed again for want of an answer. Those above it stand; a rung that repeats
 * goes on repeating. Saying it twice changes nothing.
 */
export async function acknowledgeRung(
  context: Context,
  { commitmentId }: { commitmentId: Id<'commitment'> },
): Promise<Commitment> {
  const row = await lockCommitment(context.tx, commitmentId);
  if (!row) throw new NotFound('commitment.unknown');
  orRefuse(whyNotAcknowledge(row));
  if (row.acknowledged_at !== null) return row;
  const rung = row.ladder[row.climbed - 1]!;
  const again_at = rung.repeat ? row.again_at : null;
  const acknowledged: Commitment = {
    ...row,
    again_at,
    acknowledged_at: context.now,
    acknowledged_by_id: context.actor.personId,
    next_fire_at: firing(row) ? nextMoment({ ...row, again_at }) : row.next_fire_at,
  };
  await saveCommitments(context, [acknowledged]);
  await record(context, {
    subject: { type: 'commitment', id: row.id },
    type: 'commitment.acknowledged',
    ticketId: row.ticket_id,
    data: { kind: row.kind, number: row.climbed },
  });
  return acknowledged;
}

/** Neither paused, when the pause's limit is what fires, nor set aside, when nothing does. */
function firing(row: Commitment): boolean {
  return row.state === 'running' && row.set_aside_at === null;
}
