import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { HOUR, plus } from '../kernel/time.ts';
import { clocksByIds, clocksSetAside } from '../commitment/queries.ts';
import type { ClockView } from '../commitment/view.ts';
import { clocksOut, clockViewOut } from '../commitment/shapes.ts';
import { departments as everyDepartment } from '../organisation/house.ts';
import { EVERYTHING, scopeOf } from '../organisation/scope.ts';
import { readStaff } from '../organisation/staff.ts';
import type { Context } from '../platform/context.ts';
import { momentOut } from '../platform/http/shapes.ts';
import { whileUnchanged } from '../platform/unchanged.ts';
import { startOfDay } from './days.ts';
import { decisionsOut, readDecisions } from './decisions.ts';
import { departmentNameOut } from '../organisation/shapes.ts';
import { STILL_OPEN } from '../work-order/still-open.ts';

const departmentLoad = departmentNameOut.extend({
  open: z.number().describe('Tickets open'),
  orders: z.number().describe('Work orders open'),
  late: z.number().describe('Clocks on tickets that have run out and are still owed'),
  onDuty: z.number().describe('How many in a post of it are at work now, deputies too'),
  worst: clockViewOut.nullable().describe('What it owes first; null: nothing'),
});

export const boardOut = z.object({
  now: momentOut.describe('When this was counted'),
  open: z.number().describe('Tickets open'),
  dueInHour: z.number().describe('Clocks that run out within the hour'),
  late: z.number().describe('Clocks that have run out and are still owed'),
  keptToday: z
    .object({ kept: z.number().describe('In time'), of: z.number().describe('Settled today, in time or not') })
    .describe('Of the clocks settled today, how many in time'),
  departments: z.array(departmentLoad).describe('The most late first, then the most loaded'),
  ...decisionsOut,
  setAside: z.array(clockViewOut).describe('Clocks whose firing failed: somebody must look'),
});
type Board = z.input<typeof boardOut>;

type Numbers = { due: number; kept: number; settled: number };

/** What each number of the board counts, of clocks (`c`) on tickets in sight; the lists behind them ask the same. */
export async function countedBy(context: Context) {
  const today = await startOfDay(context);
  const seen = scopeOf(context, 'ticket.see');
  const scope =
    seen === EVERYTHING
      ? sql`c.ticket_id is not null`
      : sql`exists (select from ticket t where t.id = c.ticket_id and ${seen})`;
  const running = sql`c.settled_at is null and c.state = 'running' and ${scope}`;
  return {
    due: sql`${running} and c.due_at >= ${context.now}::timestamptz and c.due_at < ${plus(context.now, HOUR)}::timestamptz`,
    late: sql`${running} and c.due_at < ${context.now}::timestamptz`,
    today: sql`c.settled_at >= ${today}::timestamptz and c.outcome in ('kept', 'late') and ${scope}`,
  };
}

type CountedBy = Awaited<ReturnType<typeof countedBy>>;

async function numbers(context: Context, by: CountedBy): Promise<Numbers> {
  const clocks = sql`from commitment c`;
  const answer = await sql<Numbers>`
    select
      (select count(*)::int ${clocks} where ${by.due}) as due,
      kept, settled
    from (select count(*)::int as settled, count(*) filter (where c.outcome = 'kept')::int as kept ${clocks} where ${by.today}) today`.execute(
    context.tx,
  );
  return answer.rows[0]!;
}

type LateOf = ReadonlyMap<string | null, number>;

/** How many clocks are late, by the department that owes: the whole and its parts from one look, so that they agree. */
async function lateClocks(context: Context, { late }: CountedBy): Promise<LateOf> {
  const { rows } = await sql<{ department: string | null; late: number }>`
    select c.department_id as department, count(*)::int as late from commitment c
    where ${late} group by c.department_id`.execute(context.tx);
  return new Map(rows.map((row) => [row.department, row.late]));
}

type Load = { orders: number; open: number };
type Loads = ReadonlyMap<Id<'department'> | null, Load>;

/**
 * What each department has in hand, and what none has: counted for each by itself, which takes half as long as one look over
 * all that grouped it.
 */
const loads = whileUnchanged(async ({ tx }): Promise<Loads> => {
  const open = (whose: RawBuilder<unknown>) => sql`
    (select count(*)::int from ticket t where ${whose} and t.closed_at is null) as open,
    (select count(*)::int from work_order w where ${whose} and w.stage ${STILL_OPEN}) as orders`;
  const { rows } = await sql<Load & { id: Id<'department'> | null }>`
    select d.id, ${open(sql`department_id = d.id`)} from department d
    union all select null, ${open(sql`department_id is null`)}`.execute(tx);
  return new Map(rows.map(({ id, ...load }) => [id, load]));
});

/** How many open tickets the asker sees; whoever sees all sees what the departments have in hand. */
async function openInSight(context: Context, load: Loads): Promise<number> {
  const seen = scopeOf(context, 'ticket.see');
  if (seen === EVERYTHING) return [...load.values()].reduce((sum, { open }) => sum + open, 0);
  const { rows } = await sql<{ open: number }>`
    select count(*)::int as open from ticket t where t.closed_at is null and ${seen}`.execute(context.tx);
  return rows[0]!.open;
}

/** How many are on duty in a post of each department, deputies too. */
async function onDuty(context: Context): Promise<(id: Id<'department'>) => number> {
  const { people, posts, given } = await readStaff(context);
  const here = given.filter(({ personId }) => people.get(personId)?.onDuty);
  const of = Map.groupBy(here, ({ postId }) => posts.get(postId)?.departmentId ?? null);
  return (id) => new Set(of.get(id)?.map(({ personId }) => personId)).size;
}

async function departments(context: Context, load: Loads, late: LateOf): Promise<Board['departments']> {
  const centres = new Set(context.actor.posts.map((post) => post.centreId));
  const all = [...(await everyDepartment(context)).values()];
  const own = all.filter((one) => one.closed_at === null && centres.has(one.centre_id));
  const present = await onDuty(context);
  const worst = await worstOfEach(
    context,
    own.map(({ id }) => id),
  );
  const shown = new Map((await clocksOut(context, worst)).map((clock) => [clock.departmentId, clock]));
  return own
    .sort((one, other) => one.key.localeCompare(other.key, 'en'))
    .map(({ id, name }) => ({
      id,
      name,
      open: load.get(id)?.open ?? 0,
      orders: load.get(id)?.orders ?? 0,
      late: late.get(id) ?? 0,
      onDuty: present(id),
      worst: shown.get(id) ?? null,
    }))
    .sort((one, other) => other.late - one.late || other.open - one.open);
}

/** What each of these departments owes first. */
async function worstOfEach(context: Context, of: readonly Id<'department'>[]): Promise<ClockView[]> {
  const { rows } = await sql<{ id: Id<'commitment'> }>`
    select c.id from unnest(${of}::uuid[]) as d(id) cross join lateral (
      select id from commitment where department_id = d.id and settled_at is null order by due_at, id limit 1) c`.execute(
    context.tx,
  );
  return clocksByIds(
    context.tx,
    context.now,
    rows.map(({ id }) => id),
  );
}

/** The four numbers that matter now, the departments by load, and what waits for a decision. */
export async function readBoard(context: Context): Promise<Board> {
  const by = await countedBy(context);
  const counted = await numbers(context, by);
  const late = await lateClocks(context, by);
  const load = await loads(context);
  return {
    now: context.now,
    open: await openInSight(context, load),
    dueInHour: counted.due,
    late: [...late.values()].reduce((sum, one) => sum + one, 0),
    keptToday: { kept: counted.kept, of: counted.settled },
    departments: await departments(context, load, late),
    ...(await readDecisions(context)),
    setAside: await clocksOut(context, await clocksSetAside(context.tx, context.now, 20)),
  };
}
