import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';

/** The notice goes no further: nobody is owed a delivery or a call for it any more. */
export async function dropReceipts(context: Context, ticketId: Id<'ticket'>): Promise<void> {
  const rows = await context.tx
    .selectFrom('commitment as c')
    .innerJoin('notice_receipt as r', 'r.id', 'c.subject_id')
    .select('c.id')
    .where('r.ticket_id', '=', ticketId)
    .where('c.settled_at', 'is', null)
    .execute();
  await cancelCommitments(context, { ids: rows.map(({ id }) => id), reason: 'notice_ended' });
}
