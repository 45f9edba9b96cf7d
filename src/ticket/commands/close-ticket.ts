import type { z } from 'zod';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { Invalid, orRefuse, Refused } from '../../kernel/refusal.ts';
import { orForbid } from '../../organisation/can.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { allow, closingFacts, lockTicket } from '../facts.ts';
import { whyNotCancel, whyNotClose, whyNotEndAs, whyNotPass } from '../guards.ts';
import type { cancelInput, closeInput } from '../inputs.ts';
import { atMoment } from '../moments.ts';
import { isDissatisfied, stageOf, whyNotEndAsDoer } from '../ticket.ts';
import { writeNote } from './add-note.ts';
import { endOffer } from './answer-offer.ts';
import { askForReview } from './review-declined.ts';
import { linkTickets } from './link-tickets.ts';

/**
 * Closes a matter that is settled, told, and visited back; the refusal names what is still missing (PRIN-01, PRIN-04). One
 * whose customer says here that he is dissatisfied is reopened instead (WORK-07).
 */
export async function closeTicket(context: Context, id: string, input: z.output<typeof closeInput>): Promise<void> {
  const found = await lockTicket(context, id);
  await allow(context, 'ticket.close', found);
  await expectVersion(context, id, input.version);
  orForbid(whyNotEndAsDoer(found, context.actor.personId));
  if (isDissatisfied(input.satisfaction)) throw new Refused('ticket.customer_dissatisfied');
  const kind = await kindOf(context, found.kind, found.kind_version);
  const ticket = { ...found, satisfaction: input.satisfaction ?? found.satisfaction };
  orRefuse(whyNotClose(ticket, kind, await closingFacts(context.tx, found)));
  const stage = stageOf(kind, 'closed');
  await context.tx
    .updateTable('ticket')
    .set({
      stage: stage.key,
      stage_class: 'closed',
      closed_at: context.now,
      closed_as: 'settled',
      satisfaction: ticket.satisfaction,
    })
    .where('id', '=', ticket.id)
    .execute();
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.closed',
    data: { as: 'settled', satisfaction: ticket.satisfaction },
  });
  await atMoment(
    context,
    { ...ticket, stage: stage.key, stage_class: 'closed', closed_at: context.now },
    kind,
    'closed',
    context.now,
  );
  await endOffer(context, ticket);
  // its own promises only: a visit still due, a slip to sign and a notice to answer outlive the ticket
  await cancelCommitments(context, { subjectId: ticket.id, reason: 'ticket_closed' });
}

/**
 * Ends a matter that will not be settled: declined with its reason (RECP-15), withdrawn by the customer, or the same as
 * another. What the customer was told stands on the timeline.
 */
export async function cancelTicket(context: Context, id: string, input: z.output<typeof cancelInput>): Promise<void> {
  const ticket = await lockTicket(context, id);
  await allow(context, 'ticket.close', ticket);
  await expectVersion(context, id, input.version);
  orForbid(whyNotEndAsDoer(ticket, context.actor.personId));
  const facts = await closingFacts(context.tx, ticket);
  orRefuse(whyNotCancel(ticket, facts));
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  const stage = stageOf(kind, 'cancelled');
  orRefuse(whyNotEndAs(kind, facts, input.as) ?? whyNotPass(kind, ticket.fields, { to: stage.key }));
  if (input.as === 'duplicate' && !input.duplicateOf)
    throw new Invalid('ticket.duplicate_of_missing', { path: 'duplicateOf' });
  if (input.duplicateOf) await linkTickets(context, id, { toId: input.duplicateOf, why: 'same_matter' });
  await writeNote(context, ticket, { text: input.reason, kind: 'answer', at: context.now, field: 'reason' });
  await context.tx
    .updateTable('ticket')
    .set({
      stage: stage.key,
      stage_class: 'cancelled',
      closed_at: context.now,
      closed_as: input.as,
      told_at: ticket.told_at ?? context.now,
      answered_at: ticket.answered_at ?? context.now,
      ...(input.as === 'declined' ? { judged: 'declined' as const, decline_reason: input.reason } : {}),
    })
    .where('id', '=', ticket.id)
    .execute();
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.cancelled',
    data: { as: input.as, duplicateOf: input.duplicateOf ?? null },
  });
  await endOffer(context, ticket);
  await cancelCommitments(context, { subjectId: ticket.id, reason: `ticket_${input.as}` });
  if (input.as === 'declined') await askForReview(context, ticket, input.reason);
}
