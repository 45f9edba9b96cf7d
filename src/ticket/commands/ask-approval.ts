import type { Instant } from '../../kernel/time.ts';
import { whoIsTold } from '../../organisation/queries.ts';
import type { Approval } from '../../pack/format.ts';
import { approvalClock } from '../../pack/approval-shape.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Ticket } from '../ticket.ts';
import { oweOn } from './owe-on-ticket.ts';

/** The first approval that was not given is owed from now on by whoever holds its role, who hears of it. */
export async function askApproval(
  context: Context,
  ticket: Ticket,
  approval: Approval | undefined,
  startedAt: Instant,
): Promise<void> {
  if (!approval || context.replaying) return;
  const where = { centreId: ticket.centre_id, departmentId: ticket.department_id };
  const [person = null] = await whoIsTold(context, { ...where, to: approval.by[0]! });
  const owed = { kind: approvalClock(approval.key), ownerId: person, limit: approval.limit, startedAt };
  await oweOn(context, ticket, owed);
  const subject = { type: 'ticket' as const, id: ticket.id };
  await record(context, { subject, type: 'ticket.approval_asked', data: { approval: approval.key, person } });
}
