import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Commitment } from '../commitment.ts';
import { nextMoment } from '../ladder.ts';
import { lockOpen, openPause, pausesOf } from '../rows.ts';
import { saveCommitments } from '../saving.ts';

/** Somebody looked at what had been set aside: it fires again, at once where its moment has passed. */
export async function retryCommitments(
  context: Context,
  { ids }: { ids: readonly Id<'commitment'>[] },
): Promise<Commitment[]> {
  const aside = (await lockOpen(context.tx, { ids })).filter((row) => row.set_aside_at !== null);
  const pauses = await pausesOf(
    context.tx,
    aside.map((row) => row.id),
  );
  const rows = aside.map((row): Commitment => {
    const limit = row.state === 'paused' ? openPause(pauses.get(row.id))?.limit_at : undefined;
    return { ...row, set_aside_at: null, set_aside_because: null, next_fire_at: limit ?? nextMoment(row) };
  });
  await saveCommitments(context, rows);
  await record(
    context,
    ...rows.map((row) => ({
      subject: { type: 'commitment' as const, id: row.id },
      type: 'commitment.retried',
      ticketId: row.ticket_id,
      data: { kind: row.kind },
    })),
  );
  return rows;
}
