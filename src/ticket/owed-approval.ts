import { approvalClock } from '../pack/approval-shape.ts';
import type { Approval } from '../pack/format.ts';
import type { Context } from '../platform/context.ts';
import type { Ticket } from './ticket.ts';

/** Whether somebody owes this approval already. */
export async function isOwed({ tx }: Context, ticket: Ticket, approval: Approval): Promise<boolean> {
  const open = await tx
    .selectFrom('commitment')
    .select('id')
    .where('subject_id', '=', ticket.id)
    .where('kind', '=', approvalClock(approval.key))
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return open !== undefined;
}
