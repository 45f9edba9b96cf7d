import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { DAY, plus } from '../../kernel/time.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { centreOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { attachFiles } from '../../platform/files/store-file.ts';
import { insertOf } from '../../platform/held-rows.ts';
import { happened, record } from '../../platform/journal.ts';
import { insertLater } from '../../platform/tx.ts';
import { lockTicket } from '../../ticket/facts.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { goOn } from '../../ticket/commands/move-stage.ts';
import type { contactInput } from '../inputs.ts';

const LATEST_ENTRY = 90 * DAY;

/** `byId`: who received it, where a visit book says so that comes in from a file; never from outside. */
export type NewContact = z.output<typeof contactInput> & {
  byId?: Id<'person'> | undefined;
  /** A matter is opened of it in the same breath. */
  opens?: boolean;
};

const tying = insertOf('contact_ticket', 'contact_id uuid, ticket_id uuid', 'on conflict do nothing');

/**
 * Records one touch and feeds it to the matters it is about: "what about my leak?" opens nothing new (CHAN-01, CHAN-07,
 * RECP-03). What a customer says ends a wait for him. Answers the contact's id.
 */
export async function recordContact(context: Context, input: NewContact): Promise<Id<'contact'>> {
  return (await recordOnce(context, input)).id;
}

/** The same; `isNew` says whether it had been recorded before. `centreThere`: the place's centre, where it is known. */
export async function recordOnce(
  context: Context,
  input: NewContact,
  centreThere?: Id<'centre'> | null,
): Promise<{ id: Id<'contact'>; isNew: boolean }> {
  const centreId = await centreOfTouch(context, input.placeId, centreThere);
  orForbid(can(context.actor, 'contact.record', { people: [context.actor.personId], departments: [], centreId }));
  const id = input.id ?? newId<'contact'>(context.now);
  const at = happened(context, input.happenedAt, plus(context.now, -LATEST_ENTRY));
  if (!(await insert(context, { ...input, id, centreId, at }))) return { id, isNew: false };
  await keepPages(context, id, input);
  await record(context, {
    subject: { type: 'contact', id },
    type: 'contact.recorded',
    happenedAt: at,
    data: told(input),
  });
  for (const ticketId of input.ticketIds) await feed(context, id, ticketId, input.direction);
  return { id, isNew: true };
}

type Placed = NewContact & { id: Id<'contact'>; centreId: Id<'centre'>; at: Instant };

/** Whether it was not there yet. */
async function insert(context: Context, { id, centreId, at, ...input }: Placed): Promise<boolean> {
  const written = await context.tx
    .insertInto('contact')
    .values({
      id,
      direction: input.direction,
      channel: input.channel,
      written: input.written || input.channel === 'letter',
      purpose: input.purpose,
      customer_id: input.customerId ?? null,
      caller_name: input.callerName ?? null,
      caller_phone: input.callerPhone ?? null,
      place_id: input.placeId ?? null,
      need: input.need,
      outcome: input.outcome,
      centre_id: centreId,
      by_id: input.byId ?? actingPerson(context),
      at,
      ended_at: input.endedAt ?? null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return Number(written.numInsertedOrUpdatedRows) > 0;
}

/** On the matter, if there is one: that which is opened in the same breath has them from whoever opens it. */
async function keepPages(context: Context, id: string, { pageIds, ticketIds: [matter], opens }: NewContact) {
  if (opens) return;
  await attachFiles(context, pageIds, matter ? { type: 'ticket', id: matter } : { type: 'contact', id });
}

/**
 * Of a call besides: after how many rings it was answered, or which one an exchange told of. Of a visit: who had been waiting, and
 * whether it concerned a matter.
 */
function told(input: NewContact): Record<string, unknown> {
  const { channel, direction, purpose, rings, callId: call, arrivalId: arrival } = input;
  const matter = arrival === undefined ? undefined : input.opens === true || input.ticketIds.length > 0;
  return { channel, direction, purpose, rings, call, arrival, matter };
}

/** Ties a touch to a matter; the timeline shows it there. `goesOn`: a touch of many words (a chat) is tied once. */
export async function feed(
  context: Context,
  contactId: string,
  ticketId: string,
  direction: 'in' | 'out',
  goesOn = false,
): Promise<void> {
  const ticket = await lockTicket(context, ticketId);
  if (!goesOn || !(await isTied(context, contactId, ticketId))) await tie(context, contactId, ticket, direction);
  if (direction === 'in' && ticket.stage_class === 'waiting_customer')
    await goOn(context, ticket.id, 'customer_answered');
}

/** Whether a touch feeds a matter already. */
export async function isTied({ tx }: Pick<Context, 'tx'>, contactId: string, ticketId: string): Promise<boolean> {
  const row = tx
    .selectFrom('contact_ticket')
    .select('contact_id')
    .where('contact_id', '=', contactId as Id<'contact'>)
    .where('ticket_id', '=', ticketId as Id<'ticket'>);
  return (await row.executeTakeFirst()) !== undefined;
}

/** The same with a matter that is locked already, or has just been opened. */
export async function tie(context: Context, contactId: string, ticket: Ticket, direction: 'in' | 'out'): Promise<void> {
  await insertLater(context.tx, 'contact_ticket', [{ contact_id: contactId, ticket_id: ticket.id }], tying);
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.contact',
    data: { contact: contactId, direction },
  });
}

/** The place's, else the one where whoever takes it works. */
async function centreOfTouch(context: Context, placeId: string | undefined, known?: Id<'centre'> | null) {
  if (!placeId) return centreOf(context);
  if (known) return known;
  const place = await context.tx
    .selectFrom('place')
    .select('centre_id')
    .where('id', '=', placeId as never)
    .executeTakeFirst();
  if (!place) throw new NotFound('place.unknown');
  return place.centre_id;
}
