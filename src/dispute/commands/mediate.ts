import type { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import { oweOn } from '../../ticket/commands/owe-on-ticket.ts';
import { NEXT_MEETING, whyNotMediate } from '../dispute.ts';
import { lockDispute, orNotParty } from '../facts.ts';
import type { attemptInput } from '../inputs.ts';

/**
 * One attempt at mediation: who was there, what was proposed and how it went. Meeting again is owed by whoever answers for the
 * dispute, from the moment it is agreed; the next attempt keeps it, unless nobody could be met.
 */
export async function recordAttempt(
  context: Context,
  ticketId: string,
  input: z.output<typeof attemptInput>,
): Promise<void> {
  const { ticket, facts } = await lockDispute(context, ticketId);
  orNotParty(facts, input.parties);
  orRefuse(whyNotMediate(facts));
  if (input.result !== 'not_held' && input.parties.length === 0)
    throw new Invalid('dispute.nobody_there', { path: 'parties' });
  if (input.nextAt && input.nextAt <= context.now) throw new Invalid('promise.in_past', { path: 'nextAt' });
  const id = input.id ?? newId<'dispute_attempt'>(context.now);
  const heldAt = happened(context, input.heldAt, ticket.opened_at);
  const written = await context.tx
    .insertInto('dispute_attempt')
    .values({
      id,
      ticket_id: ticket.id,
      held_at: heldAt,
      held_by_id: actingPerson(context),
      parties: [...new Set(input.parties)],
      others: input.others,
      proposed: input.proposed,
      result: input.result,
      words: input.words,
      next_at: input.nextAt ?? null,
      recorded_at: context.now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(written.numInsertedOrUpdatedRows) === 0) return;
  await keepCommitments(context, { subjectId: ticket.id, kinds: [NEXT_MEETING], happenedAt: heldAt });
  if (input.nextAt) await oweOn(context, ticket, { kind: NEXT_MEETING, limit: input.nextAt });
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.mediated',
    happenedAt: heldAt,
    data: { attempt: id, result: input.result, next: input.nextAt ?? null },
  });
}
