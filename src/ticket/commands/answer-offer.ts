import type { z } from 'zod';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { moveCommitments } from '../../commitment/commands/move-commitments.ts';
import { Forbidden, Invalid, Refused } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { allowToSee, lockTicket, thingOf } from '../facts.ts';
import type { answerOfferInput } from '../inputs.ts';
import type { Ticket } from '../ticket.ts';
import { whyNotWithdrawOffer } from '../ticket.ts';

/** Accepts or refuses what was offered to me. Only accepting changes who is accountable; refusing needs a reason. */
export async function answerOffer(
  context: Context,
  id: string,
  answer: z.output<typeof answerOfferInput>,
): Promise<void> {
  const ticket = await lockTicket(context, id);
  const me = actingPerson(context);
  await orNoneOpen(context, ticket);
  if (ticket.offered_to_id !== me) throw new Forbidden('handover.not_yours');
  if (!answer.accept && answer.reason === '') throw new Invalid('handover.reason_missing', { path: 'reason' });
  const handover = await closeHandover(context, ticket, answer.accept ? 'accepted' : 'refused', answer.reason);
  await keepCommitments(context, { subjectId: ticket.id, kinds: ['accept_handover'], happenedAt: context.now });
  if (answer.accept) await giveTo(context, ticket, me, handover.way === 'up');
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: answer.accept ? 'ticket.accepted' : 'ticket.offer_refused',
    data: { from: ticket.owner_id, to: me, way: handover.way, handover: handover.id },
  });
}

/** Takes an offer back before it was answered. */
export async function withdrawOffer(context: Context, id: string): Promise<void> {
  const ticket = await lockTicket(context, id);
  const me = actingPerson(context);
  await orNoneOpen(context, ticket);
  orForbid(whyNotWithdrawOffer(ticket, me, can(context.actor, 'ticket.assign', await thingOf(context.tx, ticket))));
  await endOffer(context, ticket);
}

/** An offer that nobody answered ends: it is taken back, or the matter itself has ended. */
export async function endOffer(context: Context, ticket: Ticket): Promise<void> {
  if (ticket.offered_to_id === null) return;
  const handover = await closeHandover(context, ticket, 'withdrawn', '');
  await cancelCommitments(context, { subjectId: ticket.id, kinds: ['accept_handover'], reason: 'withdrawn' });
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.offer_withdrawn',
    data: { to: ticket.offered_to_id, handover: handover.id },
  });
}

/** That nothing is offered is said only to those who may see the ticket at all. */
async function orNoneOpen(context: Context, ticket: Ticket): Promise<void> {
  if (ticket.offered_to_id !== null) return;
  await allowToSee(context, ticket);
  throw new Refused('handover.none_open');
}

async function closeHandover(
  context: Context,
  ticket: Ticket,
  answer: 'accepted' | 'refused' | 'withdrawn',
  reason: string,
) {
  await context.tx.updateTable('ticket').set({ offered_to_id: null }).where('id', '=', ticket.id).execute();
  return context.tx
    .updateTable('handover')
    .set({ answer, answer_reason: reason || null, answered_at: context.now })
    .where('ticket_id', '=', ticket.id)
    .where('answer', 'is', null)
    .returning(['id', 'way', 'from_id'])
    .executeTakeFirstOrThrow();
}

/** Makes somebody accountable: the ticket and every clock the former owner had under it go along. */
async function giveTo(context: Context, ticket: Ticket, to: Ticket['owner_id'], keepsSight: boolean): Promise<void> {
  await context.tx.updateTable('ticket').set({ owner_id: to }).where('id', '=', ticket.id).execute();
  await moveCommitments(context, { ticketId: ticket.id, fromId: ticket.owner_id, toId: to });
  if (!keepsSight) return;
  await context.tx
    .insertInto('ticket_sight')
    .values({ ticket_id: ticket.id, person_id: ticket.owner_id, why: 'handed_up', since: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
