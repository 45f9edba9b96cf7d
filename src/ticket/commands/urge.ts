import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Forbidden, NotFound, orRefuse, Refused } from '../../kernel/refusal.ts';
import { headOfDepartment } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { allow, lockTicket } from '../facts.ts';
import type { urgeInput } from '../inputs.ts';
import type { Ticket } from '../ticket.ts';
import { whyNotChange } from '../ticket.ts';
import { isEnded } from '../../work-order/work-order.ts';

/**
 * Urges (催办): recorded, and it reaches somebody: the worker sent, or his department's head while nobody has accepted,
 * or else whoever is accountable. A reaction notifies the one urged, and the second urging his superior too.
 */
export async function urge(context: Context, id: string, input: z.output<typeof urgeInput>): Promise<void> {
  const ticket = await lockTicket(context, id);
  await allow(context, 'ticket.see', ticket);
  orRefuse(whyNotChange(ticket));
  const toId = await whoIsUrged(context, ticket, input.workOrderId);
  const urgingId = newId<'urging'>(context.now);
  await context.tx
    .insertInto('urging')
    .values({
      id: urgingId,
      ticket_id: ticket.id,
      work_order_id: input.workOrderId ?? null,
      by_id: actingPerson(context),
      to_id: toId,
      words: input.words,
      on_behalf_of: input.onBehalfOf,
      at: context.now,
    })
    .execute();
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.urged',
    data: { urging: urgingId, to: toId, workOrder: input.workOrderId ?? null, onBehalfOf: input.onBehalfOf },
  });
}

async function whoIsUrged(
  context: Context,
  ticket: Ticket,
  workOrderId: Id<'work_order'> | undefined,
): Promise<Ticket['owner_id']> {
  if (workOrderId === undefined) return ticket.owner_id;
  const order = await context.tx
    .selectFrom('work_order')
    .select(['person_id', 'department_id', 'stage'])
    .where('id', '=', workOrderId)
    .where('ticket_id', '=', ticket.id)
    .executeTakeFirst();
  if (!order) throw new NotFound('work_order.unknown');
  if (isEnded(order)) throw new Refused('work_order.ended');
  return order.person_id ?? (await headOfDepartment(context, order.department_id)) ?? ticket.owner_id;
}

/** The one urged says that he has heard. */
export async function acknowledgeUrging(context: Context, id: string, urgingId: Id<'urging'>): Promise<void> {
  const ticket = await lockTicket(context, id);
  const urging = await context.tx
    .selectFrom('urging')
    .selectAll()
    .where('id', '=', urgingId)
    .where('ticket_id', '=', ticket.id)
    .executeTakeFirst();
  if (!urging) throw new NotFound('urging.unknown');
  if (urging.to_id !== actingPerson(context)) throw new Forbidden('urging.not_yours');
  if (urging.acknowledged_at !== null) return;
  await context.tx.updateTable('urging').set({ acknowledged_at: context.now }).where('id', '=', urging.id).execute();
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.urging_acknowledged',
    data: { urging: urging.id },
  });
}
