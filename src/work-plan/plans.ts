import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { Forbidden, NotFound } from '../kernel/refusal.ts';
import { departmentNamed, departments, named, personNames } from '../organisation/house.ts';
import { reachOf } from '../organisation/reach.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { PlanRow } from './facts.ts';
import type { PlansQuery } from './inputs.ts';
import { itemRows, itemsOf } from './items.ts';
import type { planLineOut, planPageOut, plansOut } from './view.ts';
import { carriedOut, whyNotDistribute, whyNotReport } from './work-plan.ts';

type Line = z.input<typeof planLineOut>;
type Row = PlanRow & {
  items: number;
  done: number;
  late: number;
  unread: string[];
  parts: Parameters<typeof carriedOut>[0];
};

/** Who gave it, took it over, receives the guests or has an item of it; and who sees the figures of the centre. */
function planScope({ actor }: Context): RawBuilder<unknown> {
  const reach = reachOf(actor, 'report.see');
  if (reach?.all) return sql`true`;
  const me = actor.personId;
  return sql`(p.by_id = ${me} or p.giver_id = ${me} or p.host_id = ${me}
    or exists (select from work_item i where i.plan_id = p.id and i.person_id = ${me})
    or p.centre_id = any(${reach?.centres ?? []}::uuid[]) or p.department_id = any(${reach?.departments ?? []}::uuid[]))`;
}

/** As moments are written everywhere else, so that texts compare. */
const utc = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

async function planRows(context: Context, where: RawBuilder<unknown>, most: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select p.*, c.items, c.done, c.late, c.unread, c.parts from work_plan p
    left join lateral (select count(*)::int as items, count(i.done_at)::int as done,
        (count(*) filter (where coalesce(i.done_at, ${context.now}::timestamptz) > i.due_at))::int as late,
        coalesce(array_agg(distinct i.person_id::text) filter (where i.read_at is null and i.done_at is null), '{}') as unread,
        coalesce(jsonb_agg(jsonb_build_object('done_at', ${utc('i.done_at')}, 'due_at', ${utc('i.due_at')}, 'quantity', i.quantity,
          'done_quantity', i.done_quantity, 'passed', i.passed,
          'sentBack', exists (select from work_item_check k where k.item_id = i.id and not k.passed))), '[]') as parts
      from work_item i where i.plan_id = p.id) c on true
    where ${where} order by p.received_at desc, p.id desc limit ${most}`.execute(context.tx);
  return rows;
}

/** Plans, orders and receptions, the newest first. */
export async function listWorkPlans(context: Context, query: PlansQuery): Promise<z.input<typeof plansOut>> {
  const wanted = [planScope(context)];
  const of = (item: RawBuilder<unknown>) => sql`exists (select from work_item i where i.plan_id = p.id and ${item})`;
  const states = {
    open: sql`p.reported_at is null`,
    unread: of(sql`i.read_at is null and i.done_at is null`),
    reported: sql`p.reported_at is not null`,
    all: sql`true`,
  };
  wanted.push(states[query.state]);
  const when = sql`coalesce(p.held_at, p.received_at)`;
  if (query.sort) wanted.push(sql`p.sort = ${query.sort}`);
  if (query.department) wanted.push(sql`p.department_id = ${query.department}`);
  if (query.giver) wanted.push(sql`p.giver_id = ${query.giver}`);
  if (query.person) wanted.push(of(sql`i.person_id = ${query.person}`));
  if (query.from) wanted.push(sql`${when} >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`${when} < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(p.received_at, p.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const rows = await planRows(context, sql.join(wanted, sql` and `), query.limit + 1);
  const [names, known] = [await personNames(context), await departments(context)];
  return page(
    rows,
    query.limit,
    (row) => lineOf(context, row, names, known),
    (row) => cursorOf(row.received_at, row.id),
  );
}

type Known = Awaited<ReturnType<typeof departments>>;

function lineOf({ now }: Context, row: Row, names: ReadonlyMap<string, string>, known: Known): Line {
  return {
    id: row.id,
    sort: row.sort,
    department: departmentNamed(known, row.department_id),
    title: row.title,
    giver: named(names, row.giver_id),
    takenBy: named(names, row.by_id)!,
    receivedAt: row.received_at,
    dueAt: row.due_at,
    guestBody: row.guest_body,
    heldAt: row.held_at,
    host: named(names, row.host_id),
    items: row.items,
    done: row.done,
    late: row.late,
    ...carriedOut(row.parts, now),
    unread: row.unread.map((id) => named(names, id)!),
    reportedAt: row.reported_at,
    overdue: (row.reported_at ?? now) > row.due_at,
  };
}

/** One of them with its items: planned against actual. */
export async function workPlanPage(context: Context, id: Id<'work_plan'>): Promise<z.input<typeof planPageOut>> {
  const there = await context.tx.selectFrom('work_plan').select('id').where('id', '=', id).executeTakeFirst();
  if (!there) throw new NotFound('work_plan.unknown');
  const [row] = await planRows(context, sql`p.id = ${id} and ${planScope(context)}`, 1);
  if (!row) throw new Forbidden('right.out_of_scope', { right: 'report.see' });
  const names = await personNames(context);
  const { actor } = context;
  return {
    ...lineOf(context, row, names, await departments(context)),
    text: row.text,
    programme: row.programme,
    report: row.report,
    reportedBy: named(names, row.reported_by_id),
    parts: await itemsOf(context, await itemRows(context, sql`i.plan_id = ${id}`, sql`i.due_at, i.id`, 200)),
    can: {
      report: whyNotReport(row, row.items - row.done, actor),
      give: row.reported_at === null ? whyNotDistribute(actor, row) : { code: 'work_plan.reported' },
    },
  };
}
