import { sql } from 'kysely';
import { owedOn } from '../commitment/queries.ts';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { NotFound } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import { kindOf } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { ProposalFacts } from './proposal.ts';
import { DEPARTMENT_ANSWER } from './proposal.ts';

/** What the rules ask about, in one round trip. */
export async function proposalFacts(tx: Tx, ticket: Pick<Ticket, 'id' | 'fields'>): Promise<ProposalFacts> {
  const { rows } = await sql<Pick<ProposalFacts, 'passed' | 'plan'>>`
    select (select case when bool_or(answered_at is null) then 'open' else 'answered' end from proposal_pass
        where ticket_id = ${ticket.id} having count(*) > 0) as passed,
      (select jsonb_build_object('realisedAt', realised_at) from proposal_plan
        where ticket_id = ${ticket.id} and ended_at is null) as plan`.execute(tx);
  return { ...rows[0]!, became: ticket.fields['became'] };
}

export async function orNoProposal(context: Context, ticket: Pick<Ticket, 'kind' | 'kind_version'>): Promise<void> {
  const { type } = await kindOf(context, ticket.kind, ticket.kind_version);
  if (type !== 'suggestion') throw new NotFound('proposal.unknown');
}

/** The department that has it now; a fault where none does. */
export async function openPass(tx: Tx, ticketId: Id<'ticket'>) {
  return tx
    .selectFrom('proposal_pass')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
}

/** The department it was passed to speaks for itself, through whoever answers for it or owes this answer; the centre does not. */
export async function whyNotSpeakFor(
  { tx, actor }: Context,
  ticket: Pick<Ticket, 'id' | 'department_id' | 'centre_id'>,
  pass: { department_id: Id<'department'> } | undefined,
): Promise<Refusal | null> {
  const { ownerId } = await owedOn(tx, ticket.id, DEPARTMENT_ANSWER);
  const departments = [pass?.department_id ?? ticket.department_id];
  return can(actor, 'rectification.answer', { people: [ownerId], departments, centreId: ticket.centre_id });
}
