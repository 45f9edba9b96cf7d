import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { afterwards } from '../../platform/journal.ts';
import { allowToSee, ticketById } from '../../ticket/facts.ts';
import { whyNotChange } from '../../ticket/ticket.ts';
import type { snoozeInput } from '../inputs.ts';

export const WAKE = 'ticket.wake';

/**
 * Out of my own list until a moment, or until the customer says something: it comes back by itself, at the top and marked. No
 * clock stops, and one that runs out brings it back at once. Not journalled: nothing happened to the ticket.
 */
export async function snoozeTicket(context: Context, id: string, input: z.output<typeof snoozeInput>): Promise<void> {
  const ticket = await ticketById(context.tx, id);
  await allowToSee(context, ticket);
  orRefuse(whyNotChange(ticket));
  if (input.until === undefined && !input.untilAnswered) throw new Invalid('snooze.endless', { path: 'until' });
  if (input.until && input.until <= context.now) throw new Invalid('promise.in_past', { path: 'until' });
  const me = actingPerson(context);
  const row = {
    at: context.now,
    until_at: input.until ?? null,
    until_answered: input.untilAnswered,
    woken_at: null,
    woken_by: null,
  };
  await context.tx
    .insertInto('snooze')
    .values({ person_id: me, ticket_id: ticket.id, ...row })
    .onConflict((conflict) => conflict.columns(['person_id', 'ticket_id']).doUpdateSet(row))
    .execute();
  if (input.until) await afterwards(context, WAKE, ticket.id, { ticketId: ticket.id, personId: me }, input.until);
  context.signals.changed.set(ticket.id, 'ticket');
}

/** Back into my list now; and whoever has seen that it is back takes the mark away. */
export async function wakeUp(context: Context, id: string): Promise<void> {
  const ticket = await ticketById(context.tx, id);
  await allowToSee(context, ticket);
  const ticketId = ticket.id;
  await context.tx
    .deleteFrom('snooze')
    .where('person_id', '=', actingPerson(context))
    .where('ticket_id', '=', ticketId)
    .execute();
  context.signals.changed.set(ticketId, 'ticket');
}

/** Its moment has come, or the customer has said something; answers whose list it comes back into. */
export async function wake(
  context: Context,
  ticketId: Id<'ticket'>,
  by: 'time' | 'answer',
  personId?: Id<'person'>,
): Promise<Id<'person'>[]> {
  let sleeping = context.tx
    .updateTable('snooze')
    .set({ woken_at: context.now, woken_by: by })
    .where('ticket_id', '=', ticketId)
    .where('woken_at', 'is', null);
  sleeping =
    by === 'answer' ? sleeping.where('until_answered', '=', true) : sleeping.where('until_at', '<=', context.now);
  if (personId) sleeping = sleeping.where('person_id', '=', personId);
  const woken = await sleeping.returning('person_id').execute();
  if (woken.length > 0) context.signals.changed.set(ticketId, 'ticket');
  return woken.map((row) => row.person_id);
}
