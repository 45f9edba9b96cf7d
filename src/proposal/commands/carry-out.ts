import type { z } from 'zod';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Forbidden, Invalid, orRefuse } from '../../kernel/refusal.ts';
import { orNotHere } from '../../organisation/here.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import { oweOn } from '../../ticket/commands/owe-on-ticket.ts';
import { allow, lockTicket, thingOf } from '../../ticket/facts.ts';
import { can } from '../../organisation/can.ts';
import { whyNotChange } from '../../ticket/ticket.ts';
import { orNoProposal, proposalFacts } from '../facts.ts';
import type { planInput, realisedInput } from '../inputs.ts';
import { CARRY_OUT, whyNotPlan, whyNotRealise } from '../proposal.ts';

/** Who carries out what was adopted, by when: he owes it. A plan made anew takes the place of the one before, which is kept. */
export async function planProposal(
  context: Context,
  ticketId: string,
  input: z.output<typeof planInput>,
): Promise<void> {
  const ticket = await lockTicket(context, ticketId);
  await allow(context, 'ticket.handle', ticket);
  await orNoProposal(context, ticket);
  const id = input.id ?? newId<'proposal_plan'>(context.now);
  if (await context.tx.selectFrom('proposal_plan').select('id').where('id', '=', id).executeTakeFirst()) return;
  orRefuse(whyNotChange(ticket) ?? whyNotPlan(await proposalFacts(context.tx, ticket)));
  if (input.dueAt <= context.now) throw new Invalid('promise.in_past', { path: 'dueAt' });
  await orNotHere(context.tx, [input.personId], 'personId');
  await endFormerPlan(context, ticket.id);
  const plan = {
    id,
    ticket_id: ticket.id,
    person_id: input.personId,
    due_at: input.dueAt,
    words: input.words,
    planned_by_id: actingPerson(context),
    planned_at: context.now,
  };
  await context.tx.insertInto('proposal_plan').values(plan).execute();
  await oweOn(context, ticket, { kind: CARRY_OUT, ownerId: input.personId, limit: input.dueAt });
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.proposal_planned',
    data: { plan: id, person: input.personId, dueAt: input.dueAt },
  });
}

async function endFormerPlan(context: Context, ticketId: Id<'ticket'>): Promise<void> {
  await context.tx
    .updateTable('proposal_plan')
    .set({ ended_at: context.now })
    .where('ticket_id', '=', ticketId)
    .where('ended_at', 'is', null)
    .execute();
  await cancelCommitments(context, { subjectId: ticketId, kinds: [CARRY_OUT], reason: 'planned_anew' });
}

/** It was done, by whoever was to do it or whoever handles the ticket: planned against actual. */
export async function realiseProposal(
  context: Context,
  ticketId: string,
  input: z.output<typeof realisedInput>,
): Promise<void> {
  const ticket = await lockTicket(context, ticketId);
  await orNoProposal(context, ticket);
  orRefuse(whyNotChange(ticket) ?? whyNotRealise(await proposalFacts(context.tx, ticket)));
  const plan = await context.tx
    .selectFrom('proposal_plan')
    .selectAll()
    .where('ticket_id', '=', ticket.id)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  const refused = can(context.actor, 'ticket.handle', await thingOf(context.tx, ticket));
  if (refused && plan.person_id !== context.actor.personId) throw new Forbidden(refused.code, refused.params);
  const at = happened(context, input.at, plan.planned_at);
  await context.tx
    .updateTable('proposal_plan')
    .set({ realised_at: at, realised_by_id: actingPerson(context), result: input.result })
    .where('id', '=', plan.id)
    .execute();
  await keepCommitments(context, { subjectId: ticket.id, kinds: [CARRY_OUT], happenedAt: at });
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.proposal_realised',
    happenedAt: at,
    data: { plan: plan.id },
  });
}
