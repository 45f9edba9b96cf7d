import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import { reckonedRows } from '../attendance/reckoned.ts';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Actor } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';
import { readStaff } from '../organisation/staff.ts';
import type { Context } from '../platform/context.ts';
import type { HandFacts, Standing } from './dispatch.ts';
import { standingOf } from './dispatch.ts';
import type { DispatchActTable, DispatchOrderTable } from './table.ts';

type Person = Id<'person'>;
export type Order = Selectable<DispatchOrderTable>;
export type Act = Selectable<DispatchActTable>;
type Where = { centre_id: Id<'centre'>; department_id: Id<'department'> | null };

/** Whoever distributes work there sends people in an emergency; nobody sends by what is his own alone. */
export function whyNotDispatch(actor: Actor, { centre_id: centreId, department_id: departmentId }: Where) {
  return can(actor, 'ticket.assign', { people: [], departments: [departmentId], centreId });
}

/** He himself says what becomes of it, or whoever sends there for him, as it was heard by radio. */
export function whyNotReport(actor: Actor, order: Where & { to_id: Person }): Refusal | null {
  return actor.personId === order.to_id ? null : whyNotDispatch(actor, order);
}

export async function lockOrder({ tx }: Context, id: Id<'dispatch_order'>): Promise<{ order: Order; acts: Act[] }> {
  const order = await tx.selectFrom('dispatch_order').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!order) throw new NotFound('dispatch.unknown');
  const acts = await tx.selectFrom('dispatch_act').selectAll().where('order_id', '=', id).orderBy('no').execute();
  return { order, acts };
}

type InHand = { id: Id<'work_order'>; person: Person; number: string; stage: string };
type Given = { id: Id<'dispatch_order'>; person: Person; what: string };
export type HandOf = {
  shift: Awaited<ReturnType<typeof reckonedRows>>[number]['shift'] | null;
  workOrders: InHand[];
  orders: Given[];
  standing: Standing;
};

/** How each of these stands now: his shift, whether he came, and what he has in hand. */
export async function handsOf(context: Context, people: readonly Person[]): Promise<Map<Person, HandOf>> {
  const ids = [...people];
  const shifts = Map.groupBy(await runningShifts(context, ids), ({ person_id }) => person_id);
  const orders = Map.groupBy(await workInHand(context, ids), ({ person }) => person);
  const given = Map.groupBy(await ordersInHand(context, ids), ({ person }) => person);
  const staff = await readStaff(context);
  const handOf = (id: Person): HandOf => {
    const mine = shifts.get(id) ?? [];
    const shift = mine.find((one) => one.in_at !== null && one.out_at === null) ?? mine.at(-1) ?? null;
    const [workOrders, ordered] = [orders.get(id) ?? [], given.get(id) ?? []];
    const onDuty = staff.people.get(id)?.onDuty ?? false;
    const facts: HandFacts = { shift, onDuty, inHand: workOrders.length + ordered.length };
    return { shift, workOrders, orders: ordered, standing: standingOf(facts, context.now) };
  };
  return new Map(ids.map((id) => [id, handOf(id)]));
}

/** Published shifts that run now, and those that are over in which somebody still is. */
async function runningShifts(context: Context, people: readonly Person[]) {
  const now = sql`${context.now}::timestamptz`;
  const where = sql`s.person_id = any(${people}::uuid[]) and s.published_at is not null and s.ended_at is null
    and s.from_at > ${now} - interval '2 days' and ((s.from_at <= ${now} and s.until_at > ${now})
      or (s.in_at is not null and s.out_at is null and s.until_at + interval '6 hours' > ${now}))`;
  const rows = await reckonedRows(context, where, { order: sql`s.from_at, s.id`, most: null });
  return rows.map(({ shift }) => shift);
}

/** Accepted and not done; what was only issued is not in his hand yet, and where nobody opened he is gone again. */
async function workInHand({ tx }: Context, people: readonly Person[]): Promise<InHand[]> {
  const { rows } = await sql<InHand>`
    select w.id, w.person_id as person, concat(t.number, '-', w.no) as number, w.stage from work_order w
    join ticket t on t.id = w.ticket_id
    where w.person_id = any(${people}::uuid[]) and w.stage in ('accepted', 'on_the_way', 'arrived')
    order by w.issued_at, w.id`.execute(tx);
  return rows;
}

async function ordersInHand({ tx }: Context, people: readonly Person[]): Promise<Given[]> {
  const { rows } = await sql<Given>`
    select o.id, o.to_id as person, o.what from dispatch_order o where o.to_id = any(${people}::uuid[])
      and not exists (select from dispatch_act a where a.order_id = o.id and a.act <> 'taken')
    order by o.given_at, o.id`.execute(tx);
  return rows;
}
