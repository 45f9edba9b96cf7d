import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound, orRefuse } from '../kernel/refusal.ts';
import type { Kind } from '../pack/format.ts';
import { kindOf } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import { allow, lockTicket } from '../ticket/facts.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { whyNotChange } from '../ticket/ticket.ts';
import type { DisputeFacts } from './dispute.ts';

/** Everything the rules ask about, in one round trip; each part by an index on the ticket. */
export async function disputeFacts(tx: Tx, ticketId: Id<'ticket'>): Promise<DisputeFacts> {
  const { rows } = await sql<DisputeFacts>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'customerId', customer_id, 'placeId', place_id)), '[]')
        from dispute_party where ticket_id = ${ticketId}) as parties,
      (select coalesce(jsonb_agg(distinct party_id), '[]') from dispute_statement where ticket_id = ${ticketId}) as spoke,
      (select coalesce(jsonb_agg(distinct p), '[]') from dispute_attempt, unnest(parties) as p where ticket_id = ${ticketId}) as met,
      (select count(*)::int from dispute_attempt where ticket_id = ${ticketId} and result <> 'not_held') as attempts,
      (select jsonb_build_object('kind', kind, 'holds', holds, 'confirmedBy',
          (select coalesce(jsonb_agg(party_id), '[]') from dispute_confirmation c where c.outcome_id = o.id))
        from dispute_outcome o where ticket_id = ${ticketId} and ended_at is null) as standing`.execute(tx);
  return rows[0]!;
}

export type Mediated = { ticket: Ticket; facts: DisputeFacts };

export function orNoDispute(kind: Pick<Kind, 'type'>): void {
  if (kind.type !== 'dispute') throw new NotFound('dispute.unknown');
}

/** The dispute, locked by its ticket, for whoever handles it; an ended ticket is changed no more. */
export async function lockDispute(context: Context, ticketId: string): Promise<Mediated> {
  const ticket = await lockTicket(context, ticketId);
  await allow(context, 'ticket.handle', ticket);
  orNoDispute(await kindOf(context, ticket.kind, ticket.kind_version));
  orRefuse(whyNotChange(ticket));
  return { ticket, facts: await disputeFacts(context.tx, ticket.id) };
}

/** Of this dispute; one of another is not there. */
export function orNotParty({ parties }: DisputeFacts, ids: readonly string[]): void {
  if (!ids.every((id) => parties.some((party) => party.id === id))) throw new NotFound('dispute.party_unknown');
}

/** The outcome that stands, for what is done to it. */
export async function standingOutcome(tx: Tx, ticketId: Id<'ticket'>) {
  return tx
    .selectFrom('dispute_outcome')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
}
