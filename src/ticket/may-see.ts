import type { Id } from '../kernel/id.ts';
import type { Actor } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';
import type { Tx } from '../platform/tx.ts';
import { thingOf } from './facts.ts';

/** Whether somebody may see what a file was taken for: the ticket, or the work order under it. */
export async function maySee(tx: Tx, actor: Actor, subject: { type: string; id: string }): Promise<boolean> {
  const id = await ticketIdOf(tx, subject);
  if (id === undefined) return false;
  const ticket = await tx.selectFrom('ticket').selectAll().where('id', '=', id).executeTakeFirst();
  if (ticket === undefined) return false;
  return can(actor, 'ticket.see', await thingOf(tx, ticket)) === null || keepsInSight(tx, id, actor.personId);
}

async function keepsInSight(tx: Tx, id: Id<'ticket'>, personId: Actor['personId']): Promise<boolean> {
  const sight = await tx
    .selectFrom('ticket_sight')
    .select('why')
    .where('ticket_id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return sight !== undefined;
}

async function ticketIdOf(tx: Tx, { type, id }: { type: string; id: string }): Promise<Id<'ticket'> | undefined> {
  if (type !== 'work_order') return id as Id<'ticket'>;
  const order = await tx
    .selectFrom('work_order')
    .select('ticket_id')
    .where('id', '=', id as Id<'work_order'>)
    .executeTakeFirst();
  return order?.ticket_id;
}
