import type { z } from 'zod';
import { orErased } from '../../customer/facts.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { whyNotJoin, whyNotLeave } from '../dispute.ts';
import { lockDispute, orNotParty } from '../facts.ts';
import type { partyInput } from '../inputs.ts';

type Party = z.output<typeof partyInput>;

/** Somebody is a party to the dispute: a customer with his home, or somebody by name. The same one is it once (COMP-15). */
export async function addParty(context: Context, ticketId: string, input: Party): Promise<void> {
  const { ticket, facts } = await lockDispute(context, ticketId);
  if (input.id && facts.parties.some((one) => one.id === input.id)) return;
  if (!input.customerId && input.name === '') throw new Invalid('dispute.party_nobody', { path: 'name' });
  const placeId = input.placeId ?? (input.customerId ? await homeOf(context, input.customerId) : null);
  orRefuse(whyNotJoin(facts, { customerId: input.customerId ?? null, placeId }));
  const id = input.id ?? newId<'dispute_party'>(context.now);
  await context.tx
    .insertInto('dispute_party')
    .values({
      id,
      ticket_id: ticket.id,
      customer_id: input.customerId ?? null,
      name: input.customerId ? '' : input.name,
      place_id: placeId,
      added_by_id: actingPerson(context),
      added_at: context.now,
    })
    .execute();
  const subject = { type: 'ticket' as const, id: ticket.id };
  await record(context, { subject, type: 'ticket.party_added', data: { party: id } });
}

/** Where a customer lives now, if that is one place. */
async function homeOf({ tx }: Context, customerId: Id<'customer'>): Promise<Id<'place'> | null> {
  await orErased(tx, customerId);
  const homes = await tx
    .selectFrom('customer_place')
    .select('place_id')
    .where('customer_id', '=', customerId)
    .where('until', 'is', null)
    .limit(2)
    .execute();
  return homes.length === 1 ? homes[0]!.place_id : null;
}

/** Entered by mistake: refused once he has said something, or was met. */
export async function removeParty(context: Context, ticketId: string, partyId: Id<'dispute_party'>): Promise<void> {
  const { ticket, facts } = await lockDispute(context, ticketId);
  orNotParty(facts, [partyId]);
  orRefuse(whyNotLeave(facts, partyId));
  await context.tx.deleteFrom('dispute_party').where('id', '=', partyId).execute();
  const subject = { type: 'ticket' as const, id: ticket.id };
  await record(context, { subject, type: 'ticket.party_removed', data: { party: partyId } });
}
