import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { HOUR, plus } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import { clocksByIds, clocksSetAside } from '../commitment/queries.ts';
import type { ClockView } from '../commitment/view.ts';
import { clocksOut, clockViewOut } from '../commitment/shapes.ts';
import { EVERYTHING, scopeOf } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { momentOut, wordsOut } from '../platform/http/shapes.ts';
import { startOfDay } from './days.ts';
import { decisionsOut, readDecisions } from './decisions.ts';

export const boardOut = z.object({
  now: momentOut,
  open: z.number().describe('Tickets open'),
  dueInHour: z.number().describe('Clocks that run out within the hour'),
  late: z.number().describe('Clocks that have run out and are still owed'),
  keptToday: z.object({ kept: z.number(), of: z.number() }).describe('Of the clocks settled today, how many in time'),
  departments: z.array(
    z.object({
      id: z.string(),
      name: wordsOut,
      open: z.number().describe('Tickets open'),
      orders: z.number().describe('Work orders open'),
      late: z.number().describe('Clocks on tickets that have run out and are still owed'),
      onDuty: z.number(),
      worst: clockViewOut.nullable(),
    }),
  ),
  ...decisionsOut,
  setAside: z.array(clockViewOut).describe('Clocks whose firing failed: somebody must look'),
});
type Board = z.input<typeof boardOut>;

type Numbers = { open: number; due: number; kept: number; settled: number };

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
      (select count(*)::int from ticket t where t.closed_at is null and ${scopeOf(context, 'ticket.see')}) as open,
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

type DepartmentRow = { id: Id<'department'>; name: Words; open: number; orders: number; on_duty: number };

async function departments(context: Context, late: LateOf): Promise<Board['departments']> {
  const centres = context.actor.posts.map((post) => post.centreId);
  const rows = await sql<DepartmentRow>`
    select d.id, d.name,
      (select count(*)::int from work_order w where w.department_id = d.id and w.stage not in ('done', 'cancelled', 'refused')) as orders,
      (select count(*)::int from ticket t where t.department_id = d.id and t.closed_at is null) as open,
      (select count(distinct p.id)::int from person p join person_post pp on pp.person_id = p.id join post o on o.id = pp.post_id
        where o.department_id = d.id and p.on_duty and p.left_at is null) as on_duty
    from department d where d.closed_at is null and d.centre_id = any(${centres}::uuid[]) order by open desc, d.key`.execute(
    context.tx,
  );
  const worst = await worstOfEach(context, rows.rows);
  const shown = new Map((await clocksOut(context, worst)).map((clock) => [clock.departmentId, clock]));
  return rows.rows
    .map(({ on_duty, ...row }) => ({
      ...row,
      late: late.get(row.id) ?? 0,
      onDuty: on_duty,
      worst: shown.get(row.id) ?? null,
    }))
    .sort((one, other) => other.late - one.late);
}

/** What each of these departments owes first. */
async function worstOfEach(context: Context, of: readonly DepartmentRow[]): Promise<ClockView[]> {
  const { rows } = await sql<{ id: Id<'commitment'> }>`
    select c.id from unnest(${of.map(({ id }) => id)}::uuid[]) as d(id) cross join lateral (
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
  return {
    now: context.now,
    open: counted.open,
    dueInHour: counted.due,
    late: [...late.values()].reduce((sum, one) => sum + one, 0),
    keptToday: { kept: counted.kept, of: counted.settled },
    departments: await departments(context, late),
    ...(await readDecisions(context)),
    setAside: await clocksOut(context, await clocksSetAside(context.tx, context.now, 20)),
  };
}
