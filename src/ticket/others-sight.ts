import type { Id } from '../kernel/id.ts';
import { Invalid } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import { actorOf } from '../organisation/queries.ts';
import type { Context } from '../platform/context.ts';
import { thingOf } from './facts.ts';
import type { Ticket } from './ticket.ts';

/** Whether somebody else may see this ticket: by his own posts, or because he keeps it in sight already. */
export async function mayOtherSee(context: Context, ticket: Ticket, personId: Id<'person'>): Promise<boolean> {
  const actor = await actorOf(context.tx, personId, context.now);
  if (!actor) return false;
  if (can(actor, 'ticket.see', await thingOf(context.tx, ticket)) === null) return true;
  const sight = await context.tx
    .selectFrom('ticket_sight')
    .select('why')
    .where('ticket_id', '=', ticket.id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return sight !== undefined;
}

/** Being named, reminded or told of a ticket opens it to nobody who may not see it: that is refused, by his name. */
export async function orMayNotSee(
  context: Context,
  ticket: Ticket,
  personId: Id<'person'>,
  path: string,
): Promise<void> {
  if (await mayOtherSee(context, ticket, personId)) return;
  const person = await context.tx.selectFrom('person').select('name').where('id', '=', personId).executeTakeFirst();
  throw new Invalid('ticket.not_for_him', { path, name: person?.name ?? '' });
}
