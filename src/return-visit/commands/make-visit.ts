import type { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { expectVersion, happened, record } from '../../platform/journal.ts';
import { noteSatisfaction } from '../../ticket/commands/note-satisfaction.ts';
import { startPromise } from '../../ticket/commands/promise-reply.ts';
import { reopenTicket } from '../../ticket/commands/reopen-ticket.ts';
import { isDissatisfied } from '../../ticket/ticket.ts';
import type { LockedVisit } from '../facts.ts';
import { lockVisit, thingOfVisit } from '../facts.ts';
import type { makeVisitInput } from '../inputs.ts';
import type { Visit } from '../return-visit.ts';
import { whyNotMake } from '../return-visit.ts';
import { faultOf, followFault } from './follow-fault.ts';
import { openDemands } from './open-demands.ts';
import { writeAttempt } from './record-attempt.ts';
import { awaitSignature } from './sign-slip.ts';

export type MakeVisit = z.output<typeof makeVisitInput>;

/**
 * The customer was asked (VISIT-09): how satisfied he is, what he thinks, what he wants besides. New demands become linked
 * tickets, a fault a rectification notice within 24 hours (VISIT-06), what cannot be answered at once a promised reply
 * (VISIT-10). Somebody dissatisfied has his matter opened again (WORK-07). The department's head signs the slip.
 */
export async function makeVisit(context: Context, id: string, input: MakeVisit): Promise<void> {
  const locked = await lockVisit(context, id);
  const { visit, ticket } = locked;
  orForbid(can(context.actor, 'return_visit.make', thingOfVisit(visit, ticket)));
  await expectVersion(context, id, input.version);
  orRefuse(whyNotMake(visit));
  const at = happened(context, input.happenedAt, ticket.resolved_at ?? visit.created_at);
  const made = await writeAnswers(context, locked, input, at);
  await keepCommitments(context, { subjectId: visit.id, kinds: ['return_visit'], happenedAt: at });
  const demands = await openDemands(context, ticket, input);
  const promise = input.bookedReply ? await startPromise(context, ticket, input.bookedReply) : null;
  await record(context, {
    subject: { type: 'return_visit', id: visit.id },
    type: 'return_visit.made',
    ticketId: ticket.id,
    happenedAt: at,
    data: {
      rule: visit.rule,
      channel: input.channel,
      satisfaction: input.satisfaction,
      demands,
      fault: made.fault !== null,
      department: made.department_id,
      promise,
    },
  });
  if (input.satisfaction !== null) await noteSatisfaction(context, ticket, input.satisfaction, visit.id, at);
  if (input.fault) await followFault(context, { visit: made, ticket }, input.fault, at);
  await awaitSignature(context, { visit: made, ticket }, at);
  if (isDissatisfied(input.satisfaction))
    await reopenTicket(context, ticket.id, { reason: input.criticism, because: 'dissatisfied' });
}

async function writeAnswers(context: Context, { visit }: LockedVisit, input: MakeVisit, at: Instant): Promise<Visit> {
  const attempts = await writeAttempt(context, visit, { at, channel: input.channel, reached: true, note: '' });
  return context.tx
    .updateTable('return_visit')
    .set({
      state: 'made',
      ended_at: at,
      by_id: actingPerson(context),
      attempts,
      channel: input.channel,
      reached_whom: input.reachedWhom,
      satisfaction: input.satisfaction,
      opinion: input.opinion || null,
      criticism: input.criticism || null,
      adopted_proposals: input.adoptedProposals || null,
      ...faultOf(visit, input.fault),
    })
    .where('id', '=', visit.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
