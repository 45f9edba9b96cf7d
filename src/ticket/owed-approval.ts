import { isAnyOpen } from '../commitment/rows.ts';
import { approvalClock } from '../pack/approval-shape.ts';
import type { Approval } from '../pack/format.ts';
import type { Context } from '../platform/context.ts';
import type { Ticket } from './ticket.ts';

/** Whether somebody owes this approval already. */
export function isOwed({ tx }: Context, ticket: Ticket, approval: Approval): Promise<boolean> {
  return isAnyOpen(tx, { subjectId: ticket.id, kinds: [approvalClock(approval.key)] });
}
