import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { anywhere } from '../kernel/text/like.ts';
import { departments, named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { noticeScope } from '../rectification/scope.ts';
import type { Improvement } from './facts.ts';
import { stateOf } from './improvement.ts';
import type { ImprovementsQuery } from './inputs.ts';
import type { improvementLineOut, improvementsOut } from './view.ts';

export type ImprovementRow = Improvement & {
  measures: number;
  done: number;
  changes_rule: boolean;
  next_due_at: Instant | null;
};
type Line = z.input<typeof improvementLineOut>;

/** Actions (`i`) of departments (`d`), with how far they are; newest first. */
export async function improvementRows(
  context: Context,
  wanted: RawBuilder<unknown>,
  most: number,
): Promise<ImprovementRow[]> {
  const { rows } = await sql<ImprovementRow>`
    select i.*, m.measures, m.done, m.changes_rule,
      (select min(c.due_at) from commitment c where c.subject_id = i.id and c.settled_at is null) as next_due_at
    from improvement i join department d on d.id = i.department_id
    left join lateral (select count(*) filter (where m.round = i.round)::int as measures,
      count(m.done_at) filter (where m.round = i.round)::int as done, coalesce(bool_or(m.rule_type is not null), false) as changes_rule
      from improvement_measure m where m.improvement_id = i.id) m on true
    where ${wanted} order by i.opened_at desc, i.id desc limit ${most}`.execute(context.tx);
  return rows;
}

const OPEN = sql`i.closed_at is null and i.withdrawn_at is null`;
const IN_STATE: Record<ImprovementsQuery['state'], RawBuilder<unknown>> = {
  to_plan: sql`${OPEN} and i.planned_at is null`,
  running: sql`${OPEN} and i.planned_at is not null and i.carried_out_at is null`,
  to_check: sql`${OPEN} and i.carried_out_at is not null`,
  closed: sql`i.closed_at is not null and i.withdrawn_at is null`,
  withdrawn: sql`i.withdrawn_at is not null`,
  open: OPEN,
  all: sql`true`,
};

/** The same answer as `can`, for a list: one's own is what one answers for, opened, checks or carries out. */
function scope(context: Context): RawBuilder<unknown> {
  const me = context.actor.personId;
  const own = sql`(i.addressee_id = ${me} or i.opened_by_id = ${me} or i.check_by_id = ${me}
    or exists (select from improvement_measure m where m.improvement_id = i.id and m.person_id = ${me}))`;
  return noticeScope(context, own);
}

const owed = (me: Id<'person'> | null) =>
  sql`exists (select from commitment o where o.subject_id = i.id and o.settled_at is null and o.owner_id = ${me})`;
const RULE = sql`exists (select from improvement_measure m where m.improvement_id = i.id and m.rule_type is not null)`;

/** Searched in title and cause as they stand: actions are few beside matters. */
function withText(q: string): RawBuilder<unknown> {
  const like = anywhere(q);
  return sql`(i.title ilike ${like} or i.cause ilike ${like} or i.number::text = ${q})`;
}

function conditions(context: Context, query: ImprovementsQuery): RawBuilder<unknown>[] {
  const wanted = [scope(context), IN_STATE[query.state]];
  if (query.department) wanted.push(sql`i.department_id = ${query.department}`);
  if (query.cause) wanted.push(sql`i.cause_sort = ${query.cause}`);
  if (query.recurring !== undefined) wanted.push(query.recurring ? sql`i.recurred > 0` : sql`i.recurred = 0`);
  if (query.rule !== undefined) wanted.push(query.rule ? RULE : sql`not ${RULE}`);
  if (query.mine) wanted.push(owed(context.actor.personId));
  if (query.q) wanted.push(withText(query.q));
  if (query.from) wanted.push(sql`i.opened_at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`i.opened_at < ${query.until}::timestamptz`);
  return wanted;
}

export async function listImprovements(
  context: Context,
  query: ImprovementsQuery,
): Promise<z.input<typeof improvementsOut>> {
  const wanted = conditions(context, query);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(i.opened_at, i.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const rows = await improvementRows(context, sql.join(wanted, sql` and `), query.limit + 1);
  const found = page(
    rows,
    query.limit,
    (row) => row,
    (row) => cursorOf(row.opened_at, row.id),
  );
  return { items: await improvementLines(context, found.items), next: found.next };
}

export async function improvementLines(context: Context, rows: readonly ImprovementRow[]): Promise<Line[]> {
  const [names, known] = [await personNames(context), await departments(context)];
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    sort: row.sort,
    state: stateOf(row),
    title: row.title,
    department: { id: row.department_id, name: known.get(row.department_id)!.name },
    addressee: named(names, row.addressee_id),
    causeSort: row.cause_sort,
    openedBy: named(names, row.opened_by_id),
    openedAt: row.opened_at,
    acknowledgedAt: row.acknowledged_at,
    round: row.round,
    measures: row.measures,
    done: row.done,
    nextDueAt: row.next_due_at,
    changesRule: row.changes_rule,
    recurred: row.recurred,
    closedAt: row.closed_at,
  }));
}
