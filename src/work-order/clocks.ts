import { cancelCommitments } from '../commitment/commands/cancel-commitments.ts';
import { standardOf } from '../customer-class/facts.ts';
import { keepCommitments } from '../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../commitment/commands/start-commitments.ts';
import type { Limit } from '../commitment/rule.ts';
import type { Instant } from '../kernel/time.ts';
import { calendarFor } from '../organisation/calendar-choice.ts';
import { headOfDepartment } from '../organisation/queries.ts';
import { kindOf } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import { limitsOfWork } from '../ticket/moments.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { WorkOrder } from './work-order.ts';

/** The clocks of a work order, each inside its ticket's: accepting, arriving, completing. */
export const WORK_CLOCKS = ['work_accept', 'work_arrive', 'work_complete'] as const;
export type WorkClock = (typeof WORK_CLOCKS)[number];

/** Owed by the person sent, or by the head of the department while nobody is. */
export async function startWorkClocks(
  context: Context,
  order: WorkOrder,
  ticket: Ticket,
  limits: Partial<Record<WorkClock, Limit>>,
  startedAt: Instant,
): Promise<void> {
  const ownerId = order.person_id ?? (await headOfDepartment(context, order.department_id)) ?? ticket.owner_id;
  const where = { centreId: ticket.centre_id, departmentId: order.department_id };
  const started = [];
  for (const [kind, limit] of Object.entries(limits)) {
    started.push({
      kind,
      subject: { type: 'work_order' as const, id: order.id },
      ticketId: ticket.id,
      ownerId,
      departmentId: order.department_id,
      centreId: ticket.centre_id,
      calendarId: await calendarFor(context.tx, limit.calendar, where),
      limit,
      startedAt,
    });
  }
  await startCommitments(context, started);
}

/** Whoever is sent in place of somebody who had accepted is asked anew, within the same limit from now on. */
export async function askAnew(
  context: Context,
  before: Pick<WorkOrder, 'accepted_at'>,
  order: WorkOrder,
  ticket: Ticket,
): Promise<void> {
  if (before.accepted_at === null) return;
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  const { work_accept } = limitsOfWork(kind, ticket, await standardOf(context, ticket));
  if (work_accept) await startWorkClocks(context, order, ticket, { work_accept }, context.now);
}

export async function keepWorkClocks(
  context: Context,
  order: WorkOrder,
  kinds: readonly WorkClock[],
  happenedAt: Instant,
): Promise<void> {
  await keepCommitments(context, { subjectId: order.id, kinds, happenedAt });
}

export async function cancelWorkClocks(context: Context, order: WorkOrder, reason: string): Promise<void> {
  await cancelCommitments(context, { subjectId: order.id, kinds: WORK_CLOCKS, reason });
}
