import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { mayOtherSee } from '../others-sight.ts';
import type { Ticket } from '../ticket.ts';

/** Whoever is asked or told about a ticket may look at it, whatever else his post shows him. */
export async function keepInSight(
  context: Context,
  ticket: Ticket,
  people: readonly (Id<'person'> | null)[],
  why: 'to_approve' | 'to_know',
): Promise<void> {
  for (const personId of new Set(people)) {
    if (personId === null || (await mayOtherSee(context, ticket, personId))) continue;
    await context.tx
      .insertInto('ticket_sight')
      .values({ ticket_id: ticket.id, person_id: personId, why, since: context.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
