import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { openTicket } from '../../ticket/commands/open-ticket.ts';
import { issueWorkOrder } from '../../work-order/commands/issue-work-order.ts';
import type { openServiceInput } from '../inputs.ts';
import { offeringNow } from '../list.ts';
import { whyNotOpenService } from '../offering.ts';

/**
 * An occupier wants a service from the centre's list (WORK-08): its ticket, the work order to whoever does it, and when he comes.
 * What he thinks of it is asked by the return visit of its kind.
 */
export async function openService(
  context: Context,
  id: Id<'offering'>,
  input: z.output<typeof openServiceInput>,
): Promise<Id<'ticket'>> {
  const offering = await offeringNow(context, id);
  if (!offering) throw new NotFound('offering.unknown');
  orRefuse(whyNotOpenService(offering));
  const { ticketId, personId, fromAt, untilAt, note, language, ...who } = input;
  if (ticketId && (await isOpened(context, ticketId))) return ticketId;
  const name = offering.name[language];
  const ticket = await openTicket(context, {
    ...who,
    id: ticketId,
    kind: offering.kind!,
    title: name,
    need: note,
    departmentId: offering.department_id!,
    fields: { service: name },
  });
  await context.tx
    .insertInto('service_ticket')
    .values({ ticket_id: ticket.id, offering_id: id, version: offering.version })
    .execute();
  await issueWorkOrder(context, ticket.id, {
    departmentId: offering.department_id!,
    personId,
    task: note === '' ? name : `${name}: ${note}`,
    appointment: { fromAt, untilAt },
  });
  return ticket.id;
}

async function isOpened({ tx }: Context, ticketId: Id<'ticket'>): Promise<boolean> {
  const row = await tx
    .selectFrom('service_ticket')
    .select('version')
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst();
  return row !== undefined;
}
