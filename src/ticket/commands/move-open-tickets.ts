import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { moveCommitments } from '../../commitment/commands/move-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Ticket } from '../ticket.ts';

type Move = { from: Id<'person'>; to: Id<'person'>; reason: string };
type Own = Pick<Ticket, 'id' | 'offered_to_id'>;

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
  const own = await context.tx
    .selectFrom('ticket')
    .select(['id', 'offered_to_id'])
    .where('owner_id', '=', from)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  await takeOver(context, own, { from, to, reason });
  await takeOffers(context, from, to);
  await takeUrgings(context, from, to);
  await moveCommitments(context, { fromId: from, toId: to });
  return own.length;
}

async function takeOver(context: Context, own: Own[], { from, to, reason }: Move): Promise<void> {
  if (own.length === 0) return;
  const ids = own.map(({ id }) => id);
  await context.tx.updateTable('ticket').set({ owner_id: to }).where('id', 'in', ids).execute();
  // what waits to be accepted by somebody else goes on waiting; what was offered to the successor is his now
  const moved = own.filter((ticket) => ticket.offered_to_id === null);
  if (moved.length > 0)
    await context.tx
      .insertInto('handover')
      .values(
        moved.map((ticket) => ({
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
  await endOffers(
    context,
    own.filter((ticket) => ticket.offered_to_id === to),
    'accepted',
  );
  await record(
    context,
    ...ids.map((id) => ({
      subject: { type: 'ticket' as const, id },
      type: 'ticket.moved',
      data: { from, to, why: 'leave' },
    })),
  );
}

/** What was offered to the one who goes is offered to the successor, unless it is his already. */
async function takeOffers(context: Context, from: Id<'person'>, to: Id<'person'>): Promise<void> {
  const offered = await context.tx
    .selectFrom('ticket')
    .select(['id', 'owner_id', 'offered_to_id'])
    .where('offered_to_id', '=', from)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  await endOffers(
    context,
    offered.filter((ticket) => ticket.owner_id === to),
    'withdrawn',
  );
  const others = offered.filter((ticket) => ticket.owner_id !== to).map(({ id }) => id);
  if (others.length === 0) return;
  await context.tx.updateTable('ticket').set({ offered_to_id: to }).where('id', 'in', others).execute();
  await context.tx
    .updateTable('handover')
    .set({ to_id: to })
    .where('ticket_id', 'in', others)
    .where('answer', 'is', null)
    .execute();
  await record(
    context,
    ...others.map((id) => ({
      subject: { type: 'ticket' as const, id },
      type: 'ticket.offer_moved',
      data: { from, to },
    })),
  );
}

/** What he was urged for and has not answered is the successor's to answer. */
async function takeUrgings(context: Context, from: Id<'person'>, to: Id<'person'>): Promise<void> {
  await context.tx
    .updateTable('urging')
    .set({ to_id: to })
    .where('to_id', '=', from)
    .where('acknowledged_at', 'is', null)
    .execute();
}

async function endOffers(context: Context, tickets: Own[], answer: 'accepted' | 'withdrawn'): Promise<void> {
  if (tickets.length === 0) return;
  const ids = tickets.map(({ id }) => id);
  await context.tx.updateTable('ticket').set({ offered_to_id: null }).where('id', 'in', ids).execute();
  await context.tx
    .updateTable('handover')
    .set({ answer, answered_at: context.now })
    .where('ticket_id', 'in', ids)
    .where('answer', 'is', null)
    .execute();
  for (const id of ids)
    await cancelCommitments(context, { subjectId: id, kinds: ['accept_handover'], reason: 'moved_on_leave' });
}
