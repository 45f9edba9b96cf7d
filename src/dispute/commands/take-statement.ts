import type { z } from 'zod';
import { newId } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import { whyNotState } from '../dispute.ts';
import { lockDispute, orNotParty } from '../facts.ts';
import type { statementInput } from '../inputs.ts';

/** What one side says, by whom and when it was taken down. Nothing said is changed: who says otherwise later says it anew. */
export async function takeStatement(
  context: Context,
  ticketId: string,
  input: z.output<typeof statementInput>,
): Promise<void> {
  const { ticket, facts } = await lockDispute(context, ticketId);
  orNotParty(facts, [input.partyId]);
  orRefuse(whyNotState(facts));
  const id = input.id ?? newId<'dispute_statement'>(context.now);
  const takenAt = happened(context, input.takenAt, ticket.opened_at);
  const written = await context.tx
    .insertInto('dispute_statement')
    .values({
      id,
      ticket_id: ticket.id,
      party_id: input.partyId,
      text: input.text,
      withheld: input.withheld,
      taken_by_id: actingPerson(context),
      taken_at: takenAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(written.numInsertedOrUpdatedRows) === 0) return;
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.party_stated',
    happenedAt: takenAt,
    data: { statement: id, party: input.partyId, withheld: input.withheld },
  });
}
