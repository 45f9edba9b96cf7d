import type { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { expectVersion, happened, record } from '../../platform/journal.ts';
import { lockVisit, thingOfVisit } from '../facts.ts';
import type { declineVisitInput } from '../inputs.ts';
import { whyNotDecline } from '../return-visit.ts';
import { writeAttempt } from './record-attempt.ts';

/** The customer was reached and wants no visit. Refused where the rule knows no exception (VISIT-08). */
export async function declineVisit(
  context: Context,
  id: string,
  input: z.output<typeof declineVisitInput>,
): Promise<void> {
  const { visit, ticket } = await lockVisit(context, id);
  orForbid(can(context.actor, 'return_visit.make', thingOfVisit(visit, ticket)));
  await expectVersion(context, id, input.version);
  orRefuse(whyNotDecline(visit));
  const at = happened(context, input.happenedAt, ticket.resolved_at ?? visit.created_at);
  const attempts = await writeAttempt(context, visit, { at, channel: input.channel, reached: true, note: input.note });
  await context.tx
    .updateTable('return_visit')
    .set({
      state: 'declined',
      ended_at: at,
      by_id: actingPerson(context),
      attempts,
      channel: input.channel,
      reached_whom: input.who,
    })
    .where('id', '=', visit.id)
    .execute();
  await keepCommitments(context, { subjectId: visit.id, kinds: ['return_visit'], happenedAt: at });
  await record(context, {
    subject: { type: 'return_visit', id: visit.id },
    type: 'return_visit.declined',
    ticketId: ticket.id,
    happenedAt: at,
    data: { rule: visit.rule, channel: input.channel },
  });
}
