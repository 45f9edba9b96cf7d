import type { z } from 'zod';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { standsAbove } from '../../organisation/stands-above.ts';
import { readDirectory } from '../../organisation/read-directory.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { lockTicket, thingOf } from '../facts.ts';
import type { offerInput } from '../inputs.ts';
import type { Ticket } from '../ticket.ts';
import { whyNotOffer } from '../ticket.ts';

type Offer = Omit<z.output<typeof offerInput>, 'version'> & { version?: number | undefined };

/**
 * Offers a ticket to somebody: over to a colleague, up to the superior, or given by whoever assigns work. The giver
 * stays accountable until it is accepted (ESCL-06, ESCL-07), and accepting has a clock of its own.
 */
export async function offerTicket(context: Context, id: string, offer: Offer): Promise<void> {
  const ticket = await lockTicket(context, id);
  const right = offer.way === 'given' ? 'ticket.assign' : 'ticket.handle';
  // whoever opens a ticket may offer it in the same act, whatever else he may do
  const opening = ticket.opened_at === context.now && ticket.owner_id === context.actor.personId;
  if (!opening) orForbid(can(context.actor, right, await thingOf(context.tx, ticket)));
  await expectVersion(context, id, offer.version);
  orRefuse(whyNotOffer(ticket, offer.toId));
  const receiver = await context.tx
    .selectFrom('person')
    .select(['id', 'left_at'])
    .where('id', '=', offer.toId)
    .executeTakeFirst();
  if (!receiver || receiver.left_at !== null) throw new Invalid('person.not_here', { path: 'toId' });
  if (offer.way === 'up' && !standsAbove(await readDirectory(context), offer.toId, ticket.owner_id))
    throw new Invalid('handover.not_above', { path: 'toId' });
  await context.tx
    .insertInto('handover')
    .values({
      id: newId(context.now),
      ticket_id: ticket.id,
      from_id: ticket.owner_id,
      to_id: offer.toId,
      way: offer.way,
      reason: offer.reason,
      offered_at: context.now,
    })
    .execute();
  await context.tx.updateTable('ticket').set({ offered_to_id: offer.toId }).where('id', '=', ticket.id).execute();
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.offered',
    data: { from: ticket.owner_id, to: offer.toId, way: offer.way, by: actingPerson(context) },
  });
  await awaitAcceptance(context, ticket, offer.toId);
}

async function awaitAcceptance(context: Context, ticket: Ticket, toId: Ticket['owner_id']): Promise<void> {
  const { limits } = await settingsOf(context);
  const limit = limits.acceptHandover;
  await startCommitments(context, [
    {
      kind: 'accept_handover',
      subject: { type: 'ticket', id: ticket.id },
      ticketId: ticket.id,
      ownerId: toId,
      departmentId: ticket.department_id,
      centreId: ticket.centre_id,
      calendarId: await calendarFor(context.tx, limit.calendar, {
        centreId: ticket.centre_id,
        departmentId: ticket.department_id,
      }),
      limit,
      startedAt: context.now,
    },
  ]);
}
