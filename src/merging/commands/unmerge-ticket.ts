import { carryCommitments } from '../../commitment/commands/carry-commitments.ts';
import { reviveCommitments } from '../../commitment/commands/revive-commitments.ts';
import { untieContacts } from '../../contact/commands/tie-contacts.ts';
import { returnDrafts } from '../../draft/commands/carry-drafts.ts';
import type { Id } from '../../kernel/id.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { dropSight, standAlone } from '../../ticket/commands/end-as-part.ts';
import { allow, lockTicket } from '../../ticket/facts.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { returnOrders } from '../../work-order/commands/carry-orders.ts';
import { settledSince } from '../facts.ts';
import type { Stood } from '../merging.ts';
import { whyNotUnmerge } from '../merging.ts';

/**
 * Takes a merge back, whenever it is found to have been a mistake: owner, stage, clocks, work and words stand as they stood.
 * Refused once the answer was given in the other, or the other was settled.
 */
export async function unmergeTicket(context: Context, id: string): Promise<void> {
  const { into_id } = await standingMerge(context, id);
  const locked = new Map<string, Ticket>();
  for (const one of [id, into_id].toSorted()) locked.set(one, await lockTicket(context, one));
  const merge = await standingMerge(context, id);
  const [from, into] = [locked.get(id)!, locked.get(into_id)!];
  await allow(context, 'ticket.handle', into);
  await allow(context, 'ticket.close', from);
  const { stood } = merge;
  orRefuse(whyNotUnmerge(into, { settledClocks: await settledSince(context.tx, stood.clocks) }));
  const ownerId = await stillHere(context, stood.ownerId, into.owner_id);
  await standAlone(context, from.id, {
    stage: stood.stage,
    stage_class: stood.stageClass,
    owner_id: ownerId,
    answered_at: stood.answeredAt,
    told_at: stood.toldAt,
  });
  await restore(context, stood, { from, into, ownerId });
  await context.tx
    .updateTable('ticket_merge')
    .set({ undone_at: context.now, undone_by_id: actingPerson(context) })
    .where('id', '=', merge.id)
    .execute();
  await record(
    context,
    { subject: { type: 'ticket', id: into.id }, type: 'ticket.unmerged', data: { from: from.id, number: from.number } },
    {
      subject: { type: 'ticket', id: from.id },
      type: 'ticket.stands_alone',
      data: { into: into.id, number: into.number, owner: ownerId },
    },
  );
}

async function restore(
  context: Context,
  stood: Stood,
  { from, into, ownerId }: { from: Ticket; into: Ticket; ownerId: Id<'person'> },
): Promise<void> {
  await carryCommitments(
    context,
    stood.clocks.came.map((one) => ({
      ...one,
      ticketId: from.id,
      ownerId: one.ownSubject ? ownerId : one.ownerId,
    })),
  );
  await reviveCommitments(context, stood.clocks.gaveWay);
  await returnOrders(context, stood.orders, from.id);
  await untieContacts(context, into.id, stood.contacts);
  await dropSight(context, into.id, stood.watchers);
  await returnDrafts(context, stood.drafts, into.id, from.id);
}

async function standingMerge(context: Context, fromId: string) {
  const merge = await context.tx
    .selectFrom('ticket_merge')
    .selectAll()
    .where('from_id', '=', fromId as Id<'ticket'>)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (!merge) throw new NotFound('merge.unknown');
  return merge;
}

/** Whoever has left does not come back with a ticket: it is for whoever answers for the other. */
async function stillHere(context: Context, was: Id<'person'>, otherwise: Id<'person'>): Promise<Id<'person'>> {
  const person = await context.tx.selectFrom('person').select('left_at').where('id', '=', was).executeTakeFirst();
  return person && person.left_at === null ? was : otherwise;
}
