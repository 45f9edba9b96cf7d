import { moveCommitments } from '../../commitment/commands/move-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';

/**
 * Somebody is absent or leaves: everything open goes to the successor in one act, with the reason in each ticket's
 * journal. What was offered to the one who goes is offered to the successor. Answers how many moved.
 */
export async function moveOpenTickets(
  context: Context,
  from: Id<'person'>,
  to: Id<'person'>,
  reason: string,
): Promise<number> {
  const { tx } = context;
  const own = await tx
    .selectFrom('ticket')
    .select(['id', 'offered_to_id'])
    .where('owner_id', '=', from)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  if (own.length > 0) {
    await tx
      .updateTable('ticket')
      .set({ owner_id: to })
      .where('owner_id', '=', from)
      .where('closed_at', 'is', null)
      .execute();
    await tx
      .insertInto('handover')
      .values(
        own
          .filter((ticket) => ticket.offered_to_id === null)
          .map((ticket) => ({
            id: newId<'handover'>(context.now),
            ticket_id: ticket.id,
            from_id: from,
            to_id: to,
            way: 'leave' as const,
            reason,
            offered_at: context.now,
            answer: 'accepted' as const,
            answered_at: context.now,
          })),
      )
      .execute();
    await record(
      context,
      ...own.map(({ id }) => ({
        subject: { type: 'ticket' as const, id },
        type: 'ticket.moved',
        data: { from, to, why: 'leave' },
      })),
    );
  }
  await tx.updateTable('handover').set({ to_id: to }).where('to_id', '=', from).where('answer', 'is', null).execute();
  await tx.updateTable('ticket').set({ offered_to_id: to }).where('offered_to_id', '=', from).execute();
  await moveCommitments(context, { fromId: from, toId: to });
  return own.length;
}
