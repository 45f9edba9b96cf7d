import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { allow, allowToSee, lockTicket } from '../facts.ts';
import { orMayNotSee } from '../others-sight.ts';
import type { Ticket } from '../ticket.ts';

/** Somebody hears what becomes of a ticket: I, or a colleague who may see it. Watching twice changes nothing. */
export async function watchTicket(context: Context, id: string, personId?: Id<'person'>): Promise<void> {
  const ticket = await lockTicket(context, id);
  await allowToSee(context, ticket);
  const who = personId ?? actingPerson(context);
  if (who !== context.actor.personId) await orMayNotSee(context, ticket, who, 'personId');
  await beginWatching(context, ticket, who);
}

/** The same for whoever may see it as was asked before. */
export async function beginWatching(context: Context, ticket: Ticket, personId: Id<'person'>): Promise<void> {
  const row = { ticket_id: ticket.id, person_id: personId, why: 'watching' as const, since: context.now, told: true };
  const begun = await context.tx
    .insertInto('ticket_sight')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['ticket_id', 'person_id']).doUpdateSet({ told: true }).where('ticket_sight.told', '=', false),
    )
    .executeTakeFirst();
  if (Number(begun.numInsertedOrUpdatedRows) === 0) return;
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.watched',
    data: { person: personId },
  });
}

/** He hears no more of it. Whoever was first to take it in, or handed it up, keeps it in sight all the same (ESCL-07). */
export async function stopWatching(context: Context, id: string, personId: Id<'person'>): Promise<void> {
  const ticket = await lockTicket(context, id);
  if (personId !== context.actor.personId) await allow(context, 'ticket.handle', ticket);
  const gone = await context.tx
    .deleteFrom('ticket_sight')
    .where('ticket_id', '=', ticket.id)
    .where('person_id', '=', personId)
    .where('why', '=', 'watching')
    .executeTakeFirst();
  const quiet = await context.tx
    .updateTable('ticket_sight')
    .set({ told: false })
    .where('ticket_id', '=', ticket.id)
    .where('person_id', '=', personId)
    .where('told', '=', true)
    .executeTakeFirst();
  if (Number(gone.numDeletedRows) + Number(quiet.numUpdatedRows) === 0) return;
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.unwatched',
    data: { person: personId },
  });
}
