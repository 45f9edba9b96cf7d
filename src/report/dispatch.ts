import { sql } from 'kysely';
import { z } from 'zod';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import { scopeOf } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { momentOut, wordsOut } from '../platform/http/shapes.ts';
import type { LineRow } from '../ticket/list.ts';
import { LINE, LINE_JOINS, linesOf } from '../ticket/list.ts';
import { ticketLineOut } from '../ticket/list-shapes.ts';
import { personOut } from '../ticket/view.ts';

export const dispatchOut = z.object({
  undispatched: z
    .array(ticketLineOut.extend({ departmentId: z.string().nullable() }))
    .describe('Open matters that need hands and have no order under way'),
  unassigned: z
    .array(
      ticketLineOut.extend({
        workOrderId: z.string(),
        no: z.number(),
        task: z.string(),
        departmentId: z.string(),
        person: personOut.nullable().describe('Who was sent and has not accepted yet'),
        appointment: z.object({ fromAt: momentOut, untilAt: momentOut }).nullable(),
        issuedAt: momentOut,
      }),
    )
    .describe('Orders that nobody was sent for, or that nobody has accepted'),
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      department: z.object({ id: z.string(), name: wordsOut }),
      onDuty: z.boolean(),
      skills: z.array(z.string()),
      openOrders: z.number(),
      late: z.number(),
      appointments: z.array(
        z.object({ workOrderId: z.string(), number: z.number(), fromAt: momentOut, untilAt: momentOut }),
      ),
    }),
  ),
});
type Dispatch = z.input<typeof dispatchOut>;

const MOST_SHOWN = 100;

async function undispatched(context: Context): Promise<Dispatch['undispatched']> {
  const rows = await sql<LineRow & { department_id: string | null }>`
    select ${LINE}, t.department_id from ticket t ${LINE_JOINS}
    left join lateral (
      select c.id, c.due_at from commitment c where c.ticket_id = t.id and c.settled_at is null order by c.due_at, c.id limit 1) c on true
    where t.closed_at is null and t.stage_class in ('new', 'active') and ${scopeOf(context, 'work_order.issue')}
      and exists (select from commitment d where d.ticket_id = t.id and d.kind = 'dispatch' and d.settled_at is null)
      and not exists (select from work_order w where w.ticket_id = t.id and w.stage not in ('done', 'cancelled', 'refused'))
    order by c.due_at nulls last, t.id limit ${MOST_SHOWN}`.execute(context.tx);
  const lines = await linesOf(context, rows.rows);
  return lines.map((line, index) => ({ ...line, departmentId: rows.rows[index]!.department_id }));
}

type OrderRow = LineRow & {
  order_id: string;
  no: number;
  task: string;
  order_department: string;
  person_id: string | null;
  person_name: string | null;
  from_at: Instant | null;
  until_at: Instant | null;
  issued_at: Instant;
};

async function unassigned(context: Context): Promise<Dispatch['unassigned']> {
  const rows = await sql<OrderRow>`
    select ${LINE}, w.id as order_id, w.no, w.task, w.department_id as order_department, w.issued_at,
      w.person_id, wp.name as person_name, a.from_at, a.until_at
    from work_order w join ticket t on t.id = w.ticket_id ${LINE_JOINS}
    left join person wp on wp.id = w.person_id left join appointment a on a.work_order_id = w.id and a.state = 'set'
    left join lateral (
      select c.id, c.due_at from commitment c where c.ticket_id = t.id and c.settled_at is null order by c.due_at, c.id limit 1) c on true
    where w.stage = 'issued' and t.closed_at is null and ${scopeOf(context, 'work_order.issue')}
    order by c.due_at nulls last, w.id limit ${MOST_SHOWN}`.execute(context.tx);
  const lines = await linesOf(context, rows.rows);
  return rows.rows.map((row, index) => ({
    ...lines[index]!,
    workOrderId: row.order_id,
    no: row.no,
    task: row.task,
    departmentId: row.order_department,
    person: row.person_id === null ? null : { id: row.person_id, name: row.person_name ?? '' },
    appointment: row.from_at && row.until_at ? { fromAt: row.from_at, untilAt: row.until_at } : null,
    issuedAt: row.issued_at,
  }));
}

type PersonRow = {
  id: string;
  name: string;
  on_duty: boolean;
  skills: string[];
  department_id: string;
  department_name: Words;
  orders: number;
  late: number;
  appointments: Dispatch['people'][number]['appointments'];
};

/** Everybody who can be sent, least loaded first, with what is booked from now on. */
async function people(context: Context): Promise<Dispatch['people']> {
  const centres = context.actor.posts.map((post) => post.centreId);
  const rows = await sql<PersonRow>`
    select distinct on (p.id) p.id, p.name, p.on_duty, p.skills, d.id as department_id, d.name as department_name,
      (select count(*)::int from work_order w where w.person_id = p.id and w.stage not in ('done', 'cancelled', 'refused')) as orders,
      (select count(*)::int from commitment c where c.owner_id = p.id and c.settled_at is null and c.due_at < ${context.now}::timestamptz) as late,
      (select coalesce(jsonb_agg(jsonb_build_object('workOrderId', a.work_order_id, 'number', t.number,
          'fromAt', to_char(a.from_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'untilAt', to_char(a.until_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by a.from_at), '[]')
        from appointment a join work_order w on w.id = a.work_order_id join ticket t on t.id = w.ticket_id
        where a.person_id = p.id and a.state = 'set' and a.until_at > ${context.now}::timestamptz) as appointments
    from person p join person_post pp on pp.person_id = p.id and pp.deputy_rank is null
      join post o on o.id = pp.post_id and o.closed_at is null and o.rights ? 'work_order.do'
      join department d on d.id = o.department_id
    where p.left_at is null and o.centre_id = any(${centres}::uuid[])
    order by p.id`.execute(context.tx);
  return rows.rows
    .map((row) => ({
      id: row.id,
      name: row.name,
      department: { id: row.department_id, name: row.department_name },
      onDuty: row.on_duty,
      skills: row.skills,
      openOrders: row.orders,
      late: row.late,
      appointments: row.appointments,
    }))
    .sort(
      (one, other) =>
        Number(other.onDuty) - Number(one.onDuty) ||
        one.openOrders - other.openOrders ||
        one.name.localeCompare(other.name),
    );
}

/** The dispatcher's picture: what waits for hands, and whose hands are free. */
export async function readDispatch(context: Context): Promise<Dispatch> {
  return {
    undispatched: await undispatched(context),
    unassigned: await unassigned(context),
    people: await people(context),
  };
}
