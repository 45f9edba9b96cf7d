import type { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import type { Words } from '../kernel/words.ts';
import { can } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import { thingOf } from '../ticket/facts.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { workOrderOut } from '../ticket/view.ts';
import { thingOfOrder } from './facts.ts';
import type { Step, WorkOrder } from './work-order.ts';
import { SHARED_STEPS, STEPS, WORKER_STEPS, whyNotStep } from './work-order.ts';

type View = z.input<typeof workOrderOut>;

/** What the one asking may do with an order, step by step. */
export function workOrderCan(
  context: Context,
  order: WorkOrder,
  ticket: Ticket,
  issue: Refusal | null,
): Record<string, Refusal | null> {
  const work = can(context.actor, 'work_order.do', thingOfOrder(order, ticket));
  const right = (step: Step) =>
    SHARED_STEPS.has(step) && issue === null ? null : WORKER_STEPS.has(step) ? work : issue;
  return Object.fromEntries(STEPS.map((step) => [step, right(step) ?? whyNotStep(order, step)]));
}

/** What stands around these orders, by order. */
async function aroundOrders(context: Context, orders: WorkOrder[]) {
  const { tx } = context;
  const ids = orders.map((order) => order.id);
  const people = orders.flatMap((order) => [order.person_id ?? [], order.informed_id ?? []].flat());
  const departments = orders.map((order) => order.department_id);
  return {
    departments: await tx
      .selectFrom('department')
      .select(['id', 'name', 'outside_firm'])
      .where('id', 'in', departments)
      .execute(),
    people:
      people.length > 0 ? await tx.selectFrom('person').select(['id', 'name']).where('id', 'in', people).execute() : [],
    appointments: await tx
      .selectFrom('appointment')
      .selectAll()
      .where('work_order_id', 'in', ids)
      .where('state', '=', 'set')
      .execute(),
    photos: await tx.selectFrom('file').select(['id', 'subject_id']).where('subject_id', 'in', ids).execute(),
  };
}
type Around = Awaited<ReturnType<typeof aroundOrders>>;

function ownFacts(order: WorkOrder) {
  return {
    id: order.id,
    no: order.no,
    task: order.task,
    stage: order.stage,
    issuedAt: order.issued_at,
    acceptedAt: order.accepted_at,
    setOutAt: order.set_out_at,
    arrivedAt: order.arrived_at,
    doneAt: order.done_at,
    endedReason: order.ended_reason,
    findings: order.findings,
    measures: order.measures,
    minutes: order.minutes,
    signedBy: order.signed_by,
    signatureId: order.signature_id,
  };
}

function aroundOne(order: WorkOrder, around: Around) {
  const department = around.departments.find((one) => one.id === order.department_id)!;
  const set = around.appointments.find((one) => one.work_order_id === order.id);
  const photos = around.photos.filter((photo) => photo.subject_id === order.id && photo.id !== order.signature_id);
  return {
    department: { id: department.id, name: department.name as Words, outsideFirm: department.outside_firm },
    person: around.people.find((one) => one.id === order.person_id) ?? null,
    informed: around.people.find((one) => one.id === order.informed_id) ?? null,
    photoIds: photos.map((photo) => photo.id),
    appointment: set ? { id: set.id, fromAt: set.from_at, untilAt: set.until_at, note: set.note } : null,
  };
}

/** Work orders as screens show them, with who goes and when. */
export async function workOrderViews(context: Context, orders: WorkOrder[], ticket: Ticket): Promise<View[]> {
  if (orders.length === 0) return [];
  const around = await aroundOrders(context, orders);
  const issue = can(context.actor, 'work_order.issue', await thingOf(context.tx, ticket));
  return orders.map((order) => ({
    ...ownFacts(order),
    ...aroundOne(order, around),
    can: workOrderCan(context, order, ticket, issue),
  }));
}
