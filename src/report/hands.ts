import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { departments } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { whileUnchanged } from '../platform/unchanged.ts';
import { momentOut, idOut } from '../platform/http/shapes.ts';
import { momentInJson } from '../platform/json-moment.ts';
import { departmentNameOut, onDutyOut, personOut } from '../organisation/shapes.ts';
import { numberOut } from '../ticket/shapes.ts';
import { STILL_OPEN } from '../work-order/still-open.ts';

export const handOut = personOut.extend({
  department: departmentNameOut.describe('Of a post he holds'),
  onDuty: onDutyOut,
  skills: z.array(z.string()).describe('What this person can do: keys of kinds, trades, languages'),
  openOrders: z.number().describe('Work orders this person is sent with, not yet ended'),
  late: z.number().describe('Of his running clocks, how many have run out'),
  appointments: z
    .array(
      z.object({
        workOrderId: idOut('work_order'),
        number: numberOut,
        fromAt: momentOut.describe('From when he may come'),
        untilAt: momentOut.describe('By when he must have come'),
      }),
    )
    .describe('What is booked from now on, in order'),
});
type Hand = z.input<typeof handOut>;

/** Of each department; whoever is wanted and not among them is found on the order itself. */
const MOST = 40;

type FreeHand = {
  id: Id<'person'>;
  name: string;
  onDuty: boolean;
  skills: string[];
  departmentId: Id<'department'>;
  centreId: Id<'centre'>;
  orders: number;
};

/** Who does work under orders, of each department the least loaded. */
const freest = whileUnchanged(async ({ tx }): Promise<readonly FreeHand[]> => {
  const { rows } = await sql<FreeHand>`
    with hand as (
      select distinct on (p.id, o.centre_id) p.id, p.name, p.on_duty as "onDuty", p.skills, o.department_id as "departmentId",
        o.centre_id as "centreId",
        (select count(*)::int from work_order w where w.person_id = p.id and w.stage ${STILL_OPEN}) as orders
      from person p join person_post pp on pp.person_id = p.id and pp.deputy_rank is null
        join post o on o.id = pp.post_id and o.closed_at is null and o.rights ? 'work_order.do' and o.department_id is not null
      where p.left_at is null
      order by p.id, o.centre_id
    ), ranked as (
      select *, row_number() over (partition by "departmentId" order by "onDuty" desc, orders, name, id) as turn from hand
    )
    select id, name, "onDuty", skills, "departmentId", "centreId", orders from ranked where turn <= ${MOST}`.execute(
    tx,
  );
  return rows;
});

type Busy = { late: number; appointments: Hand['appointments'] };

/** What is late with each of these people, and what is booked from now on. */
async function busyBy(context: Context, people: readonly FreeHand[]): Promise<ReadonlyMap<string, Busy>> {
  const { rows } = await sql<Busy & { id: string }>`
    select p.id,
      (select count(*)::int from commitment c where c.owner_id = p.id and c.kind <> 'reminder' and c.settled_at is null and c.due_at < ${context.now}::timestamptz) as late,
      (select coalesce(jsonb_agg(jsonb_build_object('workOrderId', a.work_order_id, 'number', t.number,
          'fromAt', ${momentInJson('a.from_at')},
          'untilAt', ${momentInJson('a.until_at')}) order by a.from_at), '[]')
        from appointment a join work_order w on w.id = a.work_order_id join ticket t on t.id = w.ticket_id
        where a.person_id = p.id and a.state = 'set' and a.until_at > ${context.now}::timestamptz) as appointments
    from unnest(${people.map(({ id }) => id)}::uuid[]) as p(id)`.execute(context.tx);
  return new Map(rows.map(({ id, ...busy }) => [id, busy]));
}

/** Who can be sent, those on duty and least loaded first, with what is booked from now on. */
export async function readHands(context: Context): Promise<Hand[]> {
  const centres = new Set(context.actor.posts.map((post) => post.centreId));
  const here = (await freest(context)).filter(({ centreId }) => centres.has(centreId));
  const people = [...new Map(here.map((one) => [one.id, one])).values()];
  const busy = await busyBy(context, people);
  const names = await departments(context);
  return people
    .map(({ id, name, onDuty, skills, departmentId, orders }) => ({
      id,
      name,
      department: { id: departmentId, name: names.get(departmentId)!.name },
      onDuty,
      skills,
      openOrders: orders,
      ...busy.get(id)!,
    }))
    .toSorted(
      (one, other) =>
        Number(other.onDuty) - Number(one.onDuty) ||
        one.openOrders - other.openOrders ||
        one.name.localeCompare(other.name),
    );
}
