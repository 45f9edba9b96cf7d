import type { Insertable } from 'kysely';
import type { z } from 'zod';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { AGREEMENT_CHECK, NEXT_MEETING, whyNotAgree, whyNotMediate, whyNotTakeBack } from '../dispute.ts';
import { lockDispute, standingOutcome } from '../facts.ts';
import type { agreementInput, referralInput } from '../inputs.ts';
import type { DisputeOutcomeTable } from '../table.ts';

type Outcome = Insertable<DisputeOutcomeTable>;

/** Sent again under the same id it changes nothing; another one is refused while one stands. */
async function isWritten({ tx }: Context, id: Outcome['id'] | undefined): Promise<boolean> {
  if (id === undefined) return false;
  return (await tx.selectFrom('dispute_outcome').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

async function write(context: Context, ticket: Ticket, outcome: Omit<Outcome, 'by_id' | 'ticket_id'>): Promise<void> {
  await context.tx
    .insertInto('dispute_outcome')
    .values({ ...outcome, ticket_id: ticket.id, by_id: actingPerson(context) })
    .execute();
  await cancelCommitments(context, { subjectId: ticket.id, kinds: [NEXT_MEETING], reason: `dispute_${outcome.kind}` });
}

/** What the parties agreed, and by when somebody looks whether it holds. It stands once each of them has confirmed it. */
export async function agree(context: Context, ticketId: string, input: z.output<typeof agreementInput>): Promise<void> {
  const { ticket, facts } = await lockDispute(context, ticketId);
  if (await isWritten(context, input.id)) return;
  orRefuse(whyNotAgree(facts));
  if (input.checkBy <= context.now) throw new Invalid('promise.in_past', { path: 'checkBy' });
  const id = input.id ?? newId<'dispute_outcome'>(context.now);
  await write(context, ticket, {
    id,
    kind: 'agreement',
    terms: input.terms,
    check_by: input.checkBy,
    at: context.now,
  });
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.agreed',
    data: { outcome: id, checkBy: input.checkBy },
  });
}

/** It is not for us to settle: to whom it goes, when, and with which papers. */
export async function refer(context: Context, ticketId: string, input: z.output<typeof referralInput>): Promise<void> {
  const { ticket, facts } = await lockDispute(context, ticketId);
  if (await isWritten(context, input.id)) return;
  orRefuse(whyNotMediate(facts));
  const id = input.id ?? newId<'dispute_outcome'>(context.now);
  const at = happened(context, input.at, ticket.opened_at);
  await write(context, ticket, { id, kind: 'referral', terms: input.papers, referred_to: input.referredTo, at });
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.referred',
    happenedAt: at,
    data: { outcome: id },
  });
}

/** Agreed or referred too early: what was written stays on record, and mediation goes on. */
export async function takeOutcomeBack(context: Context, ticketId: string): Promise<void> {
  const { ticket, facts } = await lockDispute(context, ticketId);
  orRefuse(whyNotTakeBack(facts));
  const outcome = await standingOutcome(context.tx, ticket.id);
  await context.tx
    .updateTable('dispute_outcome')
    .set({ ended_at: context.now, ended_because: 'taken_back' })
    .where('id', '=', outcome.id)
    .execute();
  await cancelCommitments(context, { subjectId: ticket.id, kinds: [AGREEMENT_CHECK], reason: 'dispute_taken_back' });
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.dispute_resumed',
    data: { outcome: outcome.id, because: 'taken_back' },
  });
}
