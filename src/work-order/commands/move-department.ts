import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { ENDED_STAGES } from '../work-order.ts';

/** A department is given up: its open work orders are another's from now on; whoever was sent goes on. */
export async function moveOrdersOfDepartment(
  context: Context,
  from: Id<'department'>,
  to: Id<'department'>,
): Promise<number> {
  const moved = await context.tx
    .updateTable('work_order')
    .set({ department_id: to })
    .where('department_id', '=', from)
    .where('stage', 'not in', ENDED_STAGES)
    .returning(['id', 'ticket_id'])
    .execute();
  await record(
    context,
    ...moved.map(({ id, ticket_id }) => ({
      subject: { type: 'work_order' as const, id },
      ticketId: ticket_id,
      type: 'work_order.department_moved',
      data: { from, to },
    })),
  );
  return moved.length;
}
