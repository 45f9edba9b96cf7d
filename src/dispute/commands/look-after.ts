import type { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import { oweOn } from '../../ticket/commands/owe-on-ticket.ts';
import { reopenTicket } from '../../ticket/commands/reopen-ticket.ts';
import { AGREEMENT_CHECK, unconfirmed, whyNotCheck, whyNotConfirm } from '../dispute.ts';
import { lockDispute, orNotParty, standingOutcome } from '../facts.ts';
import type { checkInput, confirmationInput } from '../inputs.ts';

/** A party stands by what was agreed. With the last of them the day on which somebody looks after it is owed. */
export async function confirmAgreement(
  context: Context,
  ticketId: string,
  input: z.output<typeof confirmationInput>,
): Promise<void> {
  const { ticket, facts } = await lockDispute(context, ticketId);
  orNotParty(facts, [input.partyId]);
  if (facts.standing?.confirmedBy.includes(input.partyId)) return;
  orRefuse(whyNotConfirm(facts));
  const outcome = await standingOutcome(context.tx, ticket.id);
  const at = happened(context, input.at, outcome.at);
  await context.tx
    .insertInto('dispute_confirmation')
    .values({
      outcome_id: outcome.id,
      party_id: input.partyId,
      way: input.way,
      at,
      by_id: actingPerson(context),
    })
    .execute();
  if (unconfirmed(facts) === 1) await oweOn(context, ticket, { kind: AGREEMENT_CHECK, limit: outcome.check_by! });
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.party_confirmed',
    happenedAt: at,
    data: { outcome: outcome.id, party: input.partyId, way: input.way },
  });
}

/** Somebody looked whether it holds. Where it does not, mediation goes on, and a ticket that was settled is opened again. */
export async function checkAgreement(
  context: Context,
  ticketId: string,
  input: z.output<typeof checkInput>,
): Promise<void> {
  const { ticket, facts } = await lockDispute(context, ticketId);
  orRefuse(whyNotCheck(facts));
  const outcome = await standingOutcome(context.tx, ticket.id);
  const at = happened(context, input.at, outcome.at);
  await context.tx
    .updateTable('dispute_outcome')
    .set({
      checked_at: at,
      checked_by_id: actingPerson(context),
      holds: input.holds,
      check_words: input.words,
      ...(input.holds ? {} : { ended_at: context.now, ended_because: 'not_held' as const }),
    })
    .where('id', '=', outcome.id)
    .execute();
  await keepCommitments(context, { subjectId: ticket.id, kinds: [AGREEMENT_CHECK], happenedAt: at });
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.agreement_checked',
    happenedAt: at,
    data: { outcome: outcome.id, holds: input.holds },
  });
  if (!input.holds && ticket.stage_class === 'resolved')
    await reopenTicket(context, ticket.id, { reason: input.words, because: 'by_hand' });
}
