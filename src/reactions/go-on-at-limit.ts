import type { Commitment } from '../commitment/commitment.ts';
import type { EndedPause } from '../commitment/pausing.ts';
import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import { afterwards } from '../platform/journal.ts';
import type { Task } from '../platform/jobs/task.ts';
import { goOn } from '../ticket/commands/move-stage.ts';
import { tell } from './tell.ts';

export const GO_ON = 'ticket.go_on';

/**
 * A wait lasted as long as it may: the clocks go on by themselves, the ticket leaves its waiting stage, and whoever is
 * accountable hears of it. The engine holds clocks here, and whoever holds the ticket may be waiting for them: it never waits
 * for a ticket, but leaves one that is held to the outbox.
 */
export async function goOnAtLimit(
  context: Context,
  ended: readonly { commitment: Commitment; pause: EndedPause }[],
): Promise<void> {
  const reasons = new Map(
    ended.flatMap(({ commitment, pause }) =>
      commitment.ticket_id ? ([[commitment.ticket_id, pause.reason]] as const) : [],
    ),
  );
  if (reasons.size === 0) return;
  const waiting = await context.tx
    .selectFrom('ticket')
    .select('id')
    .where('id', 'in', [...reasons.keys()])
    .where('stage_class', 'in', ['waiting_customer', 'waiting_other'])
    .execute();
  const ids = waiting.map((ticket) => ticket.id);
  if (ids.length === 0) return;
  const free = await context.tx
    .selectFrom('ticket')
    .select('id')
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .skipLocked()
    .execute();
  const held = new Set(ids);
  for (const { id } of free) {
    held.delete(id);
    await endWait(context, id, reasons.get(id)!);
  }
  for (const id of held) await afterwards(context, GO_ON, id, { ticketId: id, reason: reasons.get(id)! }, context.now);
}

/** The same later, for a ticket that somebody held at the time. */
export const goOnLater: Task = (context, payload) =>
  endWait(context, payload['ticketId'] as Id<'ticket'>, String(payload['reason']));

/** Unless another wait has begun meanwhile, whose limit is still to come. */
async function endWait(context: Context, ticketId: Id<'ticket'>, reason: string): Promise<void> {
  const another = await context.tx
    .selectFrom('commitment_pause')
    .innerJoin('commitment', 'commitment.id', 'commitment_pause.commitment_id')
    .select('commitment.id')
    .where('commitment.ticket_id', '=', ticketId)
    .where('commitment_pause.until_at', 'is', null)
    .where('commitment_pause.limit_at', '>', context.now)
    .executeTakeFirst();
  if (another) return;
  await goOn(context, ticketId, 'limit');
  const ticket = await context.tx
    .selectFrom('ticket')
    .select('owner_id')
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow();
  await tell(context, [ticket.owner_id], {
    type: 'clock.wait_ended',
    subject: { type: 'ticket', id: ticketId },
    ticketId,
    params: { reason },
  });
}
