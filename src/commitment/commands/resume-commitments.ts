import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { NewEvent } from '../../platform/journal.ts';
import { record } from '../../platform/journal.ts';
import type { Commitment } from '../commitment.ts';
import type { GoneOn } from '../pausing.ts';
import { endOpenPauses } from '../pausing.ts';
import type { Which } from '../rows.ts';
import { lockOpen } from '../rows.ts';
import { saveCommitments } from '../saving.ts';

/** The journal's line for a pause that ended: by somebody's word, or because its limit came. */
export function resumedEvent({ commitment, pause }: GoneOn, ended: 'said' | 'limit'): NewEvent {
  return {
    subject: { type: 'commitment', id: commitment.id },
    type: 'commitment.resumed',
    ticketId: commitment.ticket_id,
    happenedAt: pause.until_at,
    data: { kind: commitment.kind, reason: pause.reason, ended, dueAt: commitment.due_at },
  };
}

/**
 * What was waited for has come: the clocks meant go on from `happenedAt`, with what was left. Clocks that do not stand are
 * left alone. Rungs that have become due meanwhile are climbed at once.
 */
export async function resumeCommitments(
  context: Context,
  { happenedAt = context.now, ...which }: Which & { happenedAt?: Instant | undefined },
): Promise<Commitment[]> {
  const open = await lockOpen(context.tx, which);
  const gone = await endOpenPauses(context, open, () => happenedAt);
  const rows = gone.map(({ commitment }) => commitment);
  await saveCommitments(context, rows);
  await record(context, ...gone.map((one) => resumedEvent(one, 'said')));
  return rows;
}
