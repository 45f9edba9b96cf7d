import { sql } from 'kysely';
import { z } from 'zod';
import type { Instant } from '../kernel/time.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { idOut, momentOut } from '../platform/http/shapes.ts';
import type { LineRow } from '../ticket/list.ts';
import { LINE_JOINS, lineFor, linesOf } from '../ticket/list.ts';
import { ticketLineOut } from '../ticket/list-shapes.ts';
import { handOut, readHands } from './hands.ts';
import type { Waiting } from './waiting.ts';
import { mattersWaiting, ordersWaiting } from './waiting.ts';
import { personOut } from '../organisation/shapes.ts';
import { orderNoOut, taskOut } from '../ticket/view-parts.ts';
import { windowOut } from '../work-order/list.ts';

const orderWaiting = ticketLineOut.extend({
  workOrderId: idOut('work_order'),
  no: orderNoOut,
  task: taskOut,
  departmentId: idOut('department').describe('Whose work it is'),
  person: personOut.nullable().describe('Who was sent and has not accepted yet'),
  appointment: windowOut,
  issuedAt: momentOut,
});

export const dispatchOut = z.object({
  undispatched: z
    .array(
      ticketLineOut.extend({
        departmentId: idOut('department').nullable().describe('Where it belongs; null: nowhere yet'),
      }),
    )
    .describe('Open matters that need hands and have no order under way'),
  moreUndispatched: z.boolean().describe('There are more than these'),
  unassigned: z.array(orderWaiting).describe('Orders that nobody was sent for, or that nobody has accepted'),
  moreUnassigned: z.boolean().describe('There are more than these'),
  people: z
    .array(handOut)
    .describe('Who can be sent, those on duty and least loaded first; of each department forty at most'),
});
type Dispatch = z.input<typeof dispatchOut>;
type Line = Dispatch['undispatched'][number];

export const dispatchQuery = z.strictObject({
  most: z.coerce
    .number()
    .int()
    .min(1)
    .max(300)
    .default(15)
    .describe('How many matters and how many orders at most, the most pressing first'),
});

/** The lines of these tickets, by ticket. */
async function linesBy(context: Context, waiting: readonly Waiting[]): Promise<Map<string, Line>> {
  const { rows } = await sql<LineRow & { department_id: string | null }>`
    select ${lineFor(context)}, t.department_id from ticket t ${LINE_JOINS} left join lateral (
      select c.id, c.due_at from commitment c where c.ticket_id = t.id and c.settled_at is null order by c.due_at, c.id limit 1) c on true
    where t.id = any(${[...new Set(waiting.map((one) => one.ticketId))]}::uuid[])`.execute(context.tx);
  const lines = await linesOf(context, rows);
  return new Map(lines.map((line, index) => [line.id, { ...line, departmentId: rows[index]!.department_id }]));
}

type OrderRow = {
  id: string;
  no: number;
  task: string;
  department_id: string;
  person_id: string | null;
  from_at: Instant | null;
  until_at: Instant | null;
  issued_at: Instant;
};

async function ordersBy(context: Context, waiting: readonly Waiting[]): Promise<Map<string, OrderRow>> {
  const { rows } = await sql<OrderRow>`
    select w.id, w.no, w.task, w.department_id, w.issued_at, w.person_id, a.from_at, a.until_at
    from work_order w left join appointment a on a.work_order_id = w.id and a.state = 'set'
    where w.id = any(${waiting.map((one) => one.subject)}::uuid[])`.execute(context.tx);
  return new Map(rows.map((row) => [row.id, row]));
}

async function unassigned(
  context: Context,
  waiting: readonly Waiting[],
  lines: ReadonlyMap<string, Line>,
): Promise<Dispatch['unassigned']> {
  const orders = await ordersBy(context, waiting);
  const names = await personNames(context);
  return waiting.map(({ subject, ticketId }) => {
    const order = orders.get(subject)!;
    return {
      ...lines.get(ticketId)!,
      workOrderId: order.id,
      no: order.no,
      task: order.task,
      departmentId: order.department_id,
      person: named(names, order.person_id),
      appointment: order.from_at && order.until_at ? { fromAt: order.from_at, untilAt: order.until_at } : null,
      issuedAt: order.issued_at,
    };
  });
}

/** The dispatcher's picture: what waits for hands, and whose hands are free. */
export async function readDispatch(context: Context, { most }: z.output<typeof dispatchQuery>): Promise<Dispatch> {
  const matters = await mattersWaiting(context, most + 1);
  const orders = await ordersWaiting(context, most + 1);
  const [shown, ordered] = [matters.slice(0, most), orders.slice(0, most)];
  const lines = await linesBy(context, [...shown, ...ordered]);
  return {
    undispatched: shown.map(({ ticketId }) => lines.get(ticketId)!),
    moreUndispatched: matters.length > most,
    unassigned: await unassigned(context, ordered, lines),
    moreUnassigned: orders.length > most,
    people: await readHands(context),
  };
}
