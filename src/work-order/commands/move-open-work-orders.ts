import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { ticketById } from '../../ticket/facts.ts';
import { askAnew } from '../clocks.ts';
import { ENDED_STAGES, NOT_GONE } from '../work-order.ts';

/**
 * Somebody is absent or leaves: the open work orders sent to him, also those he was on his way for, go to the successor, who
 * must accept them anew, by a clock of its own for each that had been accepted.
 */
export async function moveOpenWorkOrders(context: Context, from: Id<'person'>, to: Id<'person'>): Promise<number> {
  const open = await context.tx
    .selectFrom('work_order')
    .selectAll()
    .where('person_id', '=', from)
    .where('stage', 'not in', ENDED_STAGES)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  if (open.length === 0) return 0;
  const anew = { person_id: to, stage: 'issued' as const, accepted_at: null, ...NOT_GONE };
  await context.tx
    .updateTable('work_order')
    .set(anew)
    .where('person_id', '=', from)
    .where('stage', 'not in', ENDED_STAGES)
    .execute();
  for (const order of open)
    await askAnew(context, order, { ...order, ...anew }, await ticketById(context.tx, order.ticket_id));
  await freeAppointments(
    context,
    from,
    open.map((order) => order.id),
  );
  await record(
    context,
    ...open.map((order) => ({
      subject: { type: 'work_order' as const, id: order.id },
      ticketId: order.ticket_id,
      type: 'work_order.assigned',
      data: { from, to, why: 'leave' },
    })),
  );
  return open.length;
}

/** An appointment cannot silently become somebody else's: it is freed, and the successor books anew. */
async function freeAppointments(context: Context, from: Id<'person'>, orderIds: Id<'work_order'>[]): Promise<void> {
  await context.tx
    .updateTable('appointment')
    .set({ person_id: null })
    .where('person_id', '=', from)
    .where('state', '=', 'set')
    .where('work_order_id', 'in', orderIds)
    .execute();
}
