import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { attachFiles } from '../../platform/files/store-file.ts';
import { answerCustomer } from '../../ticket/commands/add-note.ts';
import { openNewTicket } from '../../ticket/commands/open-ticket.ts';
import { aroundOf } from '../../ticket/search.ts';
import { promiseReply } from '../../ticket/commands/promise-reply.ts';
import { issueNewWorkOrder } from '../../work-order/commands/issue-work-order.ts';
import type { intakeInput } from '../inputs.ts';
import { recordOnce, tie } from './record-contact.ts';

export type TakenIn = { contactId: Id<'contact'>; ticketId: Id<'ticket'> };

/**
 * The whole intake in one transaction: the touch, the ticket it opens, who is sent, and what was promised. Either all of
 * it stands or nothing does; sent again, it changes nothing.
 */
export async function takeIn(context: Context, input: z.output<typeof intakeInput>): Promise<TakenIn> {
  const { contact } = input;
  const around = await aroundOf(context, contact.customerId, contact.placeId);
  const touch = { ...contact, direction: 'in' as const, ticketIds: [], opens: true };
  const { id: contactId, isNew } = await recordOnce(context, touch, around.centreId);
  // asked only now: the same touch sent at the same moment makes recording wait until the other has committed
  const before = isNew ? null : await takenBefore(context, input);
  if (before) return before;
  const { need, ...matter } = input.ticket;
  const opening = {
    ...matter,
    need: need === '' ? contact.need : need,
    channel: contact.channel,
    customerId: contact.customerId,
    callerName: contact.callerName,
    callerPhone: contact.callerPhone,
    placeId: contact.placeId,
    happenedAt: contact.happenedAt,
  };
  const ticket = await openNewTicket(context, opening, around);
  await tie(context, contactId, ticket, 'in');
  await attachFiles(context, contact.pageIds, { type: 'ticket', id: ticket.id });
  if (input.workOrder) await issueNewWorkOrder(context, ticket, input.workOrder);
  if (input.answer)
    await answerCustomer(context, ticket.id, {
      text: input.answer,
      channel: contact.channel,
      sendsElsewhere: false,
      evenSo: true,
    });
  if (input.promise) await promiseReply(context, ticket.id, input.promise);
  return { contactId, ticketId: ticket.id };
}

/** The same touch and the same ticket, sent again because the answer was lost on its way. */
async function takenBefore(
  context: Context,
  { contact, ticket }: z.output<typeof intakeInput>,
): Promise<TakenIn | null> {
  if (contact.id === undefined || ticket.id === undefined) return null;
  const known = await context.tx
    .selectFrom('contact_ticket')
    .select(['contact_id as contactId', 'ticket_id as ticketId'])
    .where('contact_id', '=', contact.id)
    .where('ticket_id', '=', ticket.id)
    .executeTakeFirst();
  return known ?? null;
}
