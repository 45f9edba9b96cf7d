import { sql } from 'kysely';
import type { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import type { Thing } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';
import { departments, named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { workOrderOut } from '../ticket/view-parts.ts';
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
  return {
    departments: await departments(context),
    names: await personNames(context),
    appointments: await tx
      .selectFrom('appointment')
      .selectAll()
      .where(sql<boolean>`work_order_id = any(${ids}::uuid[])`)
      .where('state', '=', 'set')
      .execute(),
    photos: await tx
      .selectFrom('file')
      .select(['id', 'subject_id'])
      .where(sql<boolean>`subject_id = any(${ids}::uuid[])`)
      .execute(),
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
  const department = around.departments.get(order.department_id)!;
  const set = around.appointments.find((one) => one.work_order_id === order.id);
  const photos = around.photos.filter((photo) => photo.subject_id === order.id && photo.id !== order.signature_id);
  return {
    department: { id: department.id, name: department.name, outsideFirm: department.outsideFirm },
    person: named(around.names, order.person_id),
    informed: named(around.names, order.informed_id),
    photoIds: photos.map((photo) => photo.id),
    appointment: set ? { id: set.id, fromAt: set.from_at, untilAt: set.until_at, note: set.note } : null,
  };
}

/** Work orders as screens show them, with who goes and when. */
export async function workOrderViews(
  context: Context,
  orders: WorkOrder[],
  ticket: Ticket,
  thing: Thing,
): Promise<View[]> {
  if (orders.length === 0) return [];
  const around = await aroundOrders(context, orders);
  const issue = can(context.actor, 'work_order.issue', thing);
  return orders.map((order) => ({
    ...ownFacts(order),
    ...aroundOne(order, around),
    can: workOrderCan(context, order, ticket, issue),
  }));
}
