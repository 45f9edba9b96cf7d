import type { Id } from '../../kernel/id.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Ticket } from '../ticket.ts';
import { keepFormer } from './keep-former.ts';

/** A department is given up: the open tickets that belong to it belong to another from now on, each with that in its journal. */
export async function moveTicketsOfDepartment(
  context: Context,
  from: Id<'department'>,
  to: Id<'department'>,
): Promise<number> {
  const open: Ticket[] = await context.tx
    .selectFrom('ticket')
    .selectAll()
    .where('department_id', '=', from)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  if (open.length === 0) return 0;
  const ids = open.map(({ id }) => id);
  await context.tx.updateTable('ticket').set({ department_id: to }).where('id', 'in', ids).execute();
  for (const ticket of open) {
    const kind = await kindOf(context, ticket.kind, ticket.kind_version);
    const data = await keepFormer(
      context,
      ticket,
      { ...ticket, department_id: to },
      { columns: ['department_id'], kind },
    );
    await record(context, { subject: { type: 'ticket', id: ticket.id }, type: 'ticket.changed', data });
  }
  return open.length;
}
