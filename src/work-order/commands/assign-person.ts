import type { z } from 'zod';
import { moveCommitments } from '../../commitment/commands/move-commitments.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { askAnew } from '../clocks.ts';
import { lockForStep, requireMember } from '../facts.ts';
import type { assignInput } from '../inputs.ts';
import type { WorkOrder } from '../work-order.ts';
import { NOT_GONE } from '../work-order.ts';
import { refuseClash } from './set-appointment.ts';

/** The dispatcher sends somebody, or somebody else. What was accepted before must be accepted anew, by a clock of its own. */
export async function assignPerson(context: Context, id: string, input: z.output<typeof assignInput>): Promise<void> {
  const { order, ticket } = await lockForStep(context, id, 'assign');
  if (order.person_id === input.personId) return;
  await requireMember(context, input.personId, order.department_id);
  await sendPerson(context, order, input.personId);
  const anew = { person_id: input.personId, stage: 'issued' as const, accepted_at: null, ...NOT_GONE };
  await context.tx.updateTable('work_order').set(anew).where('id', '=', order.id).execute();
  await askAnew(context, order, { ...order, ...anew }, ticket);
  await record(context, {
    subject: { type: 'work_order', id: order.id },
    ticketId: ticket.id,
    type: 'work_order.assigned',
    data: { from: order.person_id, to: input.personId },
  });
}

/** The clocks and the booked window go along with whoever is sent; he must be free in it. */
export async function sendPerson(
  context: Context,
  order: WorkOrder,
  personId: NonNullable<WorkOrder['person_id']>,
): Promise<void> {
  const booked = await context.tx
    .selectFrom('appointment')
    .select(['id', 'from_at', 'until_at'])
    .where('work_order_id', '=', order.id)
    .where('state', '=', 'set')
    .executeTakeFirst();
  if (booked) {
    await refuseClash(context, personId, { fromAt: booked.from_at, untilAt: booked.until_at });
    await context.tx.updateTable('appointment').set({ person_id: personId }).where('id', '=', booked.id).execute();
  }
  await moveCommitments(context, { subjectId: order.id, toId: personId });
}
