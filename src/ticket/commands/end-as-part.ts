import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import type { Ticket } from '../ticket.ts';
import { stageOf } from '../ticket.ts';
import { endOffer } from './answer-offer.ts';

/** A ticket goes on as part of another: it ends as the same matter told twice, and whatever was offered of it with it. */
export async function endAsPart(context: Context, ticket: Ticket): Promise<void> {
  await endOffer(context, ticket);
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  const stage = stageOf(kind, 'cancelled');
  await context.tx
    .updateTable('ticket')
    .set({ stage: stage.key, stage_class: stage.class, closed_at: context.now, closed_as: 'duplicate' })
    .where('id', '=', ticket.id)
    .execute();
}

/** It is a ticket of its own again, as it stood. */
export async function standAlone(
  context: Context,
  id: Id<'ticket'>,
  as: Pick<Ticket, 'stage' | 'stage_class' | 'owner_id' | 'answered_at' | 'told_at'>,
): Promise<void> {
  await context.tx
    .updateTable('ticket')
    .set({ ...as, closed_at: null, closed_as: null })
    .where('id', '=', id)
    .execute();
}

/** Whoever keeps the one in sight, and answered for it, keeps the other in sight from now on; answers who did not before. */
export async function carrySight(context: Context, from: Ticket, to: Ticket): Promise<Id<'person'>[]> {
  const added = await sql<{ person_id: Id<'person'> }>`
    insert into ticket_sight (ticket_id, person_id, why, since, told)
    select ${to.id}::uuid, s.person_id, 'watching', ${context.now}::timestamptz, bool_or(s.told)
    from (select person_id, told from ticket_sight where ticket_id = ${from.id} union all select ${from.owner_id}::uuid, true) s
    where s.person_id <> ${to.owner_id} group by s.person_id
    on conflict do nothing returning person_id`.execute(context.tx);
  return added.rows.map((row) => row.person_id);
}

/** The other way round. */
export async function dropSight(context: Context, id: Id<'ticket'>, people: readonly Id<'person'>[]): Promise<void> {
  if (people.length === 0) return;
  await context.tx
    .deleteFrom('ticket_sight')
    .where('ticket_id', '=', id)
    .where('person_id', 'in', people)
    .where('why', '=', 'watching')
    .execute();
}
