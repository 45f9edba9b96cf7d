import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import { worstClocksOfSubjects } from '../commitment/queries.ts';
import { clocksOut, clockViewOut } from '../commitment/shapes.ts';
import { kindOf } from '../pack/kinds.ts';
import { orderScope } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { id, idOut, momentOrNotYet, momentOut, pageOf, pageQuery } from '../platform/http/shapes.ts';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import { kindOut, needOut, placeNameOut, titleOut, urgencyOut } from '../ticket/shapes.ts';
import { orderNoOut, orderStageOut, taskOut, workOrderOut } from '../ticket/view-parts.ts';
import { STILL_OPEN } from './still-open.ts';

export const workOrdersQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'done', 'all']).default('open').describe('Which: still open, done, or all'),
  department: id('department').optional().describe('Only those for this department'),
  person: id('person').optional().describe('Only those this person is sent with'),
  mine: z.stringbool().default(false).describe('true: only those I am sent with'),
  sort: z
    .enum(['appointment', 'worst'])
    .default('appointment')
    .describe('Of open ones: by when somebody must be there, or by the clock that runs out first'),
});
type Query = z.output<typeof workOrdersQuery>;

export const windowOut = z
  .object({
    fromAt: momentOut.describe('From when somebody may come'),
    untilAt: momentOut.describe('By when somebody must have come'),
  })
  .nullable()
  .describe('The window in which somebody comes; null: none is set');
export const workOrderLineOut = z.object({
  id: idOut('work_order'),
  no: orderNoOut,
  ticketId: idOut('ticket'),
  number: z.number().describe("The ticket's number; said with `no`: 10427-2"),
  title: titleOut,
  kind: kindOut,
  urgency: urgencyOut,
  task: taskOut,
  stage: orderStageOut,
  department: departmentNameOut.describe('Whose work it is'),
  person: personOut.nullable().describe('Who goes; null: the department has not said yet'),
  place: placeNameOut.nullable().describe('Where to go; null: nowhere in particular'),
  customerName: z.string().nullable().describe('Name of the customer, or else of who called; null: neither is known'),
  issuedAt: momentOut,
  doneAt: momentOrNotYet,
  appointment: windowOut,
  clock: clockViewOut.nullable().describe('The worst of its running clocks; null: nothing is owed'),
});

export const workOrderPageOut = workOrderLineOut.extend({
  order: workOrderOut.describe('The order in full, with what may be done with it'),
  need: needOut,
  customerPhones: z
    .array(z.string())
    .describe("The caller's first, then the customer's; masked, unless the one asking may see them whole"),
});

export const workOrdersOut = pageOf(workOrderLineOut);

export type OrderRow = {
  id: Id<'work_order'>;
  no: number;
  ticket_id: string;
  number: number;
  title: string;
  kind: string;
  kind_version: number;
  urgency: string;
  task: string;
  stage: string;
  department_id: string;
  department_name: Words;
  person_id: string | null;
  person_name: string | null;
  place_id: string | null;
  place_code: string | null;
  place_name: string | null;
  customer_name: string | null;
  issued_at: Instant;
  done_at: Instant | null;
  from_at: Instant | null;
  until_at: Instant | null;
  ordered_by: Instant;
};

const ORDER = sql`w.id, w.no, w.ticket_id, t.number, t.title, t.kind, t.kind_version, t.urgency, w.task, w.stage, w.department_id,
  d.name as department_name, w.person_id, p.name as person_name, t.place_id, pl.code as place_code, pl.name as place_name,
  coalesce(cu.name, t.caller_name) as customer_name, w.issued_at, w.done_at, a.from_at, a.until_at`;
const JOINS = sql`join ticket t on t.id = w.ticket_id join department d on d.id = w.department_id left join person p on p.id = w.person_id
  left join place pl on pl.id = t.place_id left join customer cu on cu.id = t.customer_id
  left join appointment a on a.work_order_id = w.id and a.state = 'set'`;

/** An order without a running clock comes after all that have one. */
const SOUGHT = {
  appointment: sql`coalesce(a.from_at, w.issued_at)`,
  worst: sql`coalesce((select min(c.due_at) from commitment c where c.subject_id = w.id and c.settled_at is null), timestamptz '9999-01-01')`,
};

/** Open orders in the order in which somebody must be there, or by what runs out first; ended ones newest first. */
export async function listWorkOrders(context: Context, query: Query): Promise<z.input<typeof workOrdersOut>> {
  const after = readMomentAndId(query.after);
  const open = query.state === 'open';
  const sought = open ? SOUGHT[query.sort] : sql`w.issued_at`;
  const rows = await sql<OrderRow>`
    select ${ORDER}, ${sought} as ordered_by from work_order w ${JOINS}
    where ${orderScope(context)}
      and ${open ? sql`w.stage ${STILL_OPEN}` : query.state === 'done' ? sql`w.stage = 'done'` : sql`true`}
      ${query.department ? sql`and w.department_id = ${query.department}` : sql``}
      ${query.person ? sql`and w.person_id = ${query.person}` : sql``}
      ${query.mine ? sql`and w.person_id = ${context.actor.personId}` : sql``}
      ${after ? (open ? sql`and (${sought}, w.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql`and (${sought}, w.id) < (${after.at}::timestamptz, ${after.id}::uuid)`) : sql``}
    order by ordered_by ${open ? sql`asc` : sql`desc`}, w.id ${open ? sql`asc` : sql`desc`} limit ${query.limit + 1}`.execute(
    context.tx,
  );
  const found = page(
    rows.rows,
    query.limit,
    (row) => row,
    (row) => cursorOf(row.ordered_by, row.id),
  );
  return { items: await orderLines(context, found.items), next: found.next };
}

export async function orderRow(context: Context, orderId: string): Promise<OrderRow | undefined> {
  const rows =
    await sql<OrderRow>`select ${ORDER}, w.issued_at as ordered_by from work_order w ${JOINS} where w.id = ${orderId}`.execute(
      context.tx,
    );
  return rows.rows[0];
}

export async function orderLines(context: Context, rows: OrderRow[]): Promise<z.input<typeof workOrderLineOut>[]> {
  const worst = await worstClocksOfSubjects(
    context.tx,
    context.now,
    rows.map((row) => row.id),
  );
  const clocks = new Map((await clocksOut(context, worst)).map((clock) => [clock.subject.id, clock]));
  const lines = [];
  for (const row of rows) {
    const kind = await kindOf(context, row.kind, row.kind_version);
    lines.push({
      id: row.id,
      no: row.no,
      ticketId: row.ticket_id,
      number: row.number,
      title: row.title,
      kind: { key: kind.key, name: kind.name, type: kind.type, icon: kind.icon },
      urgency: row.urgency,
      task: row.task,
      stage: row.stage,
      department: { id: row.department_id, name: row.department_name },
      person: row.person_id === null ? null : { id: row.person_id, name: row.person_name ?? '' },
      place:
        row.place_id === null ? null : { id: row.place_id, code: row.place_code ?? '', name: row.place_name ?? '' },
      customerName: row.customer_name,
      issuedAt: row.issued_at,
      doneAt: row.done_at,
      appointment: row.from_at && row.until_at ? { fromAt: row.from_at, untilAt: row.until_at } : null,
      clock: clocks.get(row.id) ?? null,
    });
  }
  return lines;
}
