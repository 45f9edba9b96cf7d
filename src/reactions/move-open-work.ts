import { cancelCommitments } from '../commitment/commands/cancel-commitments.ts';
import { OWN_WORD } from '../commitment/commitment.ts';
import { moveOpenConversations } from '../conversation/commands/take-conversation.ts';
import { moveOpenFeedback } from '../feedback/commands/move-open-feedback.ts';
import { moveOpenImprovements } from '../improvement/commands/move-open-improvements.ts';
import type { Id } from '../kernel/id.ts';
import { moveOpenArticles } from '../knowledge/commands/move-open-articles.ts';
import { whoIsTold } from '../organisation/queries.ts';
import type { Context, Reaction } from '../platform/context.ts';
import { moveOpenNotices } from '../rectification/commands/move-open-notices.ts';
import { moveOpenTraining } from '../training/commands/move-open-training.ts';
import { moveOpenTickets } from '../ticket/commands/move-open-tickets.ts';
import { moveOpenWorkOrders } from '../work-order/commands/move-open-work-orders.ts';
import { tell, tellOf } from './tell.ts';

/**
 * Somebody left, or is away: everything open goes to the successor in one act, and he hears of it in one message. Where
 * nobody takes over, his superior hears how much waits; the deputies of his posts answer meanwhile.
 */
function moveOpenWork(reason: 'left' | 'absent'): Reaction {
  return async (context, event) => {
    const { successorId } = event.data as { successorId: Id<'person'> | null };
    const from = event.subject.id as Id<'person'>;
    if (reason === 'left') await cancelCommitments(context, { ownerId: from, kinds: OWN_WORD, reason });
    if (successorId === null) return tellNobodyTookOver(context, from);
    const tickets = await moveOpenTickets(context, from, successorId, reason);
    const orders = await moveOpenWorkOrders(context, from, successorId);
    const open = tickets + orders + (await moveOpenConversations(context, from, successorId));
    await moveOpenNotices(context, from, successorId);
    await moveOpenImprovements(context, from, successorId);
    if (reason === 'left') await moveOpenArticles(context, from, successorId);
    if (reason === 'left') await moveOpenTraining(context, from, successorId);
    await moveOpenFeedback(context, from, successorId);
    if (open === 0) return;
    await tellOf(context, event, [successorId], { type: 'person.work_moved', params: { from, open } });
  };
}

export const moveWorkOfLeft = moveOpenWork('left');
export const moveWorkOfAbsent = moveOpenWork('absent');

async function tellNobodyTookOver(context: Context, person: Id<'person'>): Promise<void> {
  const { n } = await context.tx
    .selectFrom('commitment')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('owner_id', '=', person)
    .where('settled_at', 'is', null)
    .executeTakeFirstOrThrow();
  const open = Number(n);
  if (open === 0) return;
  await tell(context, await whoIsTold(context, { to: 'supervisor', ownerId: person }), {
    type: 'person.away',
    subject: { type: 'person', id: person },
    ticketId: null,
    params: { person, open },
  });
}
