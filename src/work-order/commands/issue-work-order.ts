import { standardOf } from '../../customer-class/facts.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse } from '../../kernel/refusal.ts';
import { departments } from '../../organisation/house.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { whyNotPass } from '../../ticket/guards.ts';
import { setStage } from '../../ticket/commands/move-stage.ts';
import { allow, lockTicket } from '../../ticket/facts.ts';
import { atMoment, limitsOfWork } from '../../ticket/moments.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { stageOf, whyNotChange } from '../../ticket/ticket.ts';
import { startWorkClocks } from '../clocks.ts';
import { requireMember } from '../facts.ts';
import type { issueWorkOrderInput } from '../inputs.ts';
import type { WorkOrder } from '../work-order.ts';
import { appoint } from './set-appointment.ts';

/**
 * Hands work to a department, a person or an outside firm (WORK-01, COMP-11, COMP-17): a task with limits of its own,
 * inside the ticket's. The same id again issues nothing twice.
 */
export async function issueWorkOrder(
  context: Context,
  ticketId: string,
  input: z.output<typeof issueWorkOrderInput>,
): Promise<WorkOrder> {
  const ticket = await lockTicket(context, ticketId);
  const before =
    input.id &&
    (await context.tx
      .selectFrom('work_order')
      .selectAll()
      .where('id', '=', input.id)
      .where('ticket_id', '=', ticket.id)
      .executeTakeFirst());
  return before || issueNewWorkOrder(context, ticket, input);
}

/** The same for an order that is certainly not there yet, under a ticket that is locked or has just been opened. */
export async function issueNewWorkOrder(
  context: Context,
  ticket: Ticket,
  input: z.output<typeof issueWorkOrderInput>,
): Promise<WorkOrder> {
  await allow(context, 'work_order.issue', ticket);
  orRefuse(whyNotChange(ticket));
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  const takenOn = ticket.stage_class === 'new' ? stageOf(kind, 'active', 'new') : null;
  if (takenOn) orRefuse(whyNotPass(kind, ticket.fields, { from: ticket.stage, to: takenOn.key }));
  const departmentId = input.departmentId ?? ticket.department_id;
  if (departmentId === null) throw new Invalid('work_order.department_missing', { path: 'departmentId' });
  await requireDepartment(context, departmentId);
  if (input.personId) await requireMember(context, input.personId, departmentId);
  const order = await insertWorkOrder(context, ticket, departmentId, input);
  await record(context, {
    subject: { type: 'work_order', id: order.id },
    ticketId: ticket.id,
    type: 'work_order.issued',
    data: { no: order.no, department: departmentId, person: order.person_id },
  });
  const limits = limitsOfWork(kind, ticket, await standardOf(context, ticket));
  await startWorkClocks(context, order, ticket, limits, context.now);
  await atMoment(context, ticket, kind, 'dispatched', context.now);
  if (takenOn) await setStage(context, ticket, kind, takenOn);
  if (input.appointment) await appoint(context, order, ticket, { ...input.appointment, note: '' });
  return order;
}

async function requireDepartment(context: Context, id: string): Promise<void> {
  const found = (await departments(context)).get(id as Id<'department'>);
  if (!found || found.closed_at !== null) throw new NotFound('department.unknown');
}

function insertWorkOrder(
  context: Context,
  ticket: Ticket,
  departmentId: WorkOrder['department_id'],
  input: z.output<typeof issueWorkOrderInput>,
): Promise<WorkOrder> {
  return context.tx
    .insertInto('work_order')
    .values({
      id: input.id ?? newId<'work_order'>(context.now),
      ticket_id: ticket.id,
      no: sql<number>`(select coalesce(max(no), 0) + 1 from work_order where ticket_id = ${ticket.id})`,
      department_id: departmentId,
      person_id: input.personId ?? null,
      task: input.task,
      stage: 'issued',
      issued_by_id: actingPerson(context),
      issued_at: context.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
