import type { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { expectVersion, happened, record } from '../../platform/journal.ts';
import { lockVisit, thingOfVisit } from '../facts.ts';
import type { attemptInput } from '../inputs.ts';
import type { Visit } from '../return-visit.ts';
import { whyNotAttempt } from '../return-visit.ts';

/** Nobody was reached: it counts. Tried as often as the rule says, the visit has ended, and what was owed was done. */
export async function recordAttempt(context: Context, id: string, input: z.output<typeof attemptInput>): Promise<void> {
  const { visit, ticket } = await lockVisit(context, id);
  orForbid(can(context.actor, 'return_visit.make', thingOfVisit(visit, ticket)));
  await expectVersion(context, id, input.version);
  orRefuse(whyNotAttempt(visit));
  const at = happened(context, input.happenedAt, ticket.resolved_at ?? visit.created_at);
  const attempts = await writeAttempt(context, visit, { at, channel: input.channel, reached: false, note: input.note });
  const inVain = attempts >= visit.most_attempts;
  await context.tx
    .updateTable('return_visit')
    .set({
      attempts,
      ...(inVain
        ? { state: 'unreachable' as const, ended_at: at, by_id: actingPerson(context), channel: input.channel }
        : {}),
    })
    .where('id', '=', visit.id)
    .execute();
  if (inVain) await keepCommitments(context, { subjectId: visit.id, kinds: ['return_visit'], happenedAt: at });
  await record(context, {
    subject: { type: 'return_visit', id: visit.id },
    type: inVain ? 'return_visit.unreachable' : 'return_visit.attempted',
    ticketId: ticket.id,
    happenedAt: at,
    data: { rule: visit.rule, attempts, most: visit.most_attempts, channel: input.channel },
  });
}

type Attempt = { at: Instant; channel: string; reached: boolean; note: string };

/** Writes one attempt down, reached or not, and answers how many there are now. */
export async function writeAttempt(context: Context, visit: Visit, attempt: Attempt): Promise<number> {
  const no = visit.attempts + 1;
  await context.tx
    .insertInto('return_visit_attempt')
    .values({ visit_id: visit.id, no, by_id: actingPerson(context), ...attempt })
    .execute();
  return no;
}
