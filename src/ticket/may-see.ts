import type { Actor } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';
import type { Tx } from '../platform/tx.ts';
import { thingOf } from './facts.ts';

/** Whether somebody may see what a file was taken for: the ticket, or the work order under it. */
export async function maySee(tx: Tx, actor: Actor, subject: { type: string; id: string }): Promise<boolean> {
  const ticketId =
    subject.type === 'work_order'
      ? (
          await tx
            .selectFrom('work_order')
            .select('ticket_id')
            .where('id', '=', subject.id as never)
            .executeTakeFirst()
        )?.ticket_id
      : subject.id;
  if (ticketId === undefined) return false;
  const ticket = await tx
    .selectFrom('ticket')
    .selectAll()
    .where('id', '=', ticketId as never)
    .executeTakeFirst();
  return ticket !== undefined && can(actor, 'ticket.see', await thingOf(tx, ticket)) === null;
}
