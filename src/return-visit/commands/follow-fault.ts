import type { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, Refused } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { writeNotices } from '../../rectification/commands/write-notices.ts';
import type { LockedVisit } from '../facts.ts';
import { lockVisit, thingOfVisit } from '../facts.ts';
import type { makeVisitInput, visitNoticeInput } from '../inputs.ts';
import type { Visit } from '../return-visit.ts';

type Fault = NonNullable<z.output<typeof makeVisitInput>['fault']>;

/** How a fault stands in the visit: in words, and whose it is. */
export function faultOf(visit: Visit, fault: Fault | undefined): Pick<Visit, 'fault' | 'fault_department_id'> {
  if (!fault) return { fault: null, fault_department_id: null };
  const departmentId = fault.departmentId ?? visit.department_id;
  if (departmentId === null) throw new Invalid('return_visit.fault_department_missing', { path: 'fault.departmentId' });
  return { fault: fault.findings, fault_department_id: departmentId };
}

/** A fault found at a visit: the written rectification is issued at once, or owed by the visitor within 24 hours (VISIT-06). */
export async function followFault(
  context: Context,
  locked: LockedVisit,
  fault: Fault,
  foundAt: Instant,
): Promise<void> {
  if (fault.issueNow) {
    await issue(context, locked, { deadlineAt: fault.deadlineAt });
    return;
  }
  const { visit, ticket } = locked;
  const { limits } = await settingsOf(context);
  const limit = limits.noticeAfterVisit;
  const departmentId = context.actor.posts[0]?.departmentId ?? null;
  const calendarId = await calendarFor(context.tx, limit.calendar, { centreId: ticket.centre_id, departmentId });
  await startCommitments(context, [
    {
      kind: 'notice_after_visit',
      subject: { type: 'return_visit', id: visit.id },
      ticketId: ticket.id,
      ownerId: actingPerson(context),
      postId: context.actor.posts[0]?.id ?? null,
      departmentId,
      centreId: ticket.centre_id,
      calendarId,
      limit,
      startedAt: foundAt,
    },
  ]);
}

/** Issues the notice that a visit's fault is owed. Answers with its id. */
export async function issueVisitNotice(
  context: Context,
  id: string,
  input: z.output<typeof visitNoticeInput>,
): Promise<Id<'rectification'>> {
  const locked = await lockVisit(context, id);
  const { visit, ticket } = locked;
  orForbid(can(context.actor, 'return_visit.make', thingOfVisit(visit, ticket)));
  if (visit.fault === null) throw new Refused('return_visit.no_fault');
  const before = await context.tx
    .selectFrom('rectification')
    .select('number')
    .where('visit_id', '=', visit.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (before) throw new Refused('notice.already_issued', { number: before.number });
  return issue(context, locked, input);
}

async function issue(
  context: Context,
  { visit, ticket }: LockedVisit,
  input: z.output<typeof visitNoticeInput>,
): Promise<Id<'rectification'>> {
  if (input.deadlineAt && input.deadlineAt <= context.now)
    throw new Invalid('notice.deadline_in_past', { path: 'deadlineAt' });
  const [notice] = await writeNotices(context, [
    {
      source: 'visit',
      departmentId: input.departmentId ?? visit.fault_department_id!,
      centreId: ticket.centre_id,
      findings: input.findings ?? visit.fault!,
      ticketId: ticket.id,
      visitId: visit.id,
      deadlineAt: input.deadlineAt,
    },
  ]);
  await keepCommitments(context, { subjectId: visit.id, kinds: ['notice_after_visit'] });
  return notice!.id;
}
