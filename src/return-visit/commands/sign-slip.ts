import type { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { headOfDepartment } from '../../organisation/queries.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { expectVersion, happened, record } from '../../platform/journal.ts';
import type { LockedVisit } from '../facts.ts';
import { lockVisit, thingOfVisit } from '../facts.ts';
import type { signSlipInput } from '../inputs.ts';
import { asksForAnAnswer, whyNotSign } from '../return-visit.ts';

/** The slip goes to the head of the department that did the work (VISIT-11, VISIT-21). */
export async function awaitSignature(context: Context, { visit, ticket }: LockedVisit, madeAt: Instant): Promise<void> {
  const departmentId = visit.department_id;
  if (departmentId === null) return;
  const { limits } = await settingsOf(context);
  const limit = limits.signVisit;
  await startCommitments(context, [
    {
      kind: 'sign_visit',
      subject: { type: 'return_visit', id: visit.id },
      ticketId: ticket.id,
      ownerId: await headOfDepartment(context, departmentId),
      departmentId,
      centreId: ticket.centre_id,
      calendarId: await calendarFor(context.tx, limit.calendar, { centreId: ticket.centre_id, departmentId }),
      limit,
      startedAt: madeAt,
    },
  ]);
}

/**
 * The department's head has read the slip and signs it; where the customer said anything on which to act, he says what the
 * customer was told of it (VISIT-11).
 */
export async function signSlip(context: Context, id: string, input: z.output<typeof signSlipInput>): Promise<void> {
  const { visit, ticket } = await lockVisit(context, id);
  orForbid(can(context.actor, 'return_visit.sign', thingOfVisit(visit, ticket)));
  await expectVersion(context, id, input.version);
  orRefuse(whyNotSign(visit));
  if (input.resultTold === '' && asksForAnAnswer(visit))
    throw new Invalid('return_visit.result_missing', { path: 'resultTold' });
  const at = happened(context, input.happenedAt, visit.ended_at!);
  await context.tx
    .updateTable('return_visit')
    .set({ result_told_by_head: input.resultTold || null, signed_by_id: actingPerson(context), signed_at: at })
    .where('id', '=', visit.id)
    .execute();
  await keepCommitments(context, { subjectId: visit.id, kinds: ['sign_visit'], happenedAt: at });
  await record(context, {
    subject: { type: 'return_visit', id: visit.id },
    type: 'return_visit.signed',
    ticketId: ticket.id,
    happenedAt: at,
    data: { told: input.resultTold !== '' },
  });
}
