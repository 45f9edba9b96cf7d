import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { named, personNames } from '../organisation/house.ts';
import type { SpotCheckPlan } from './plan.ts';
import { rowsInReach } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { Counts } from './counts.ts';
import { countsOf } from './counts.ts';
import type { SpotCheck } from './facts.ts';
import type { SpotChecksQuery } from './inputs.ts';
import { OWED_AS, stateOf } from './spot-check.ts';
import type { spotCheckLineOut, spotChecksOut } from './view.ts';

export type CheckRow = Omit<SpotCheck, 'population'> & {
  definition: SpotCheckPlan;
  owner_id: Id<'person'> | null;
  due_at: Instant | null;
  /** How many the records were; the records themselves stay where they are. */
  population_size: number | null;
};
type Line = z.input<typeof spotCheckLineOut>;

/** Newest period first. */
export async function checkRows(context: Context, wanted: RawBuilder<unknown>, most: number): Promise<CheckRow[]> {
  const { rows } = await sql<CheckRow>`
    select s.id, s.plan_key, s.plan_version, s.centre_id, s.department_id, s.post_id, s.period, s.begins, s.from_at, s.until_at,
      s.drawn_at, s.seed, s.completed_at, s.completed_by_id, s.conclusion, s.dropped_at, cardinality(s.population) as population_size,
      p.definition, c.owner_id, c.due_at
    from spot_check s join spot_check_plan p on p.key = s.plan_key and p.version = s.plan_version
    left join lateral (select owner_id, due_at from commitment where subject_id = s.id and kind = ${OWED_AS} limit 1) c on true
    where s.dropped_at is null and ${wanted} order by s.from_at desc, s.id desc limit ${most}`.execute(context.tx);
  return rows;
}

/** The same answer as `can`, for a list. */
function inScope(context: Context): RawBuilder<unknown> {
  return rowsInReach(context, 'report.see', { rows: 's', own: sql`c.owner_id = ${context.actor.personId}` });
}

const IN_STATE: Record<SpotChecksQuery['state'], RawBuilder<unknown>> = {
  running: sql`s.drawn_at is null`,
  to_check: sql`s.drawn_at is not null and s.completed_at is null`,
  open: sql`s.completed_at is null`,
  completed: sql`s.completed_at is not null`,
  all: sql`true`,
};

const FAILED = sql`exists (select from spot_check_item i join spot_check_result r on r.item_id = i.id
  where i.spot_check_id = s.id and not r.passed)`;

export async function listSpotChecks(context: Context, query: SpotChecksQuery): Promise<z.input<typeof spotChecksOut>> {
  const wanted = [inScope(context), IN_STATE[query.state]];
  if (query.plan) wanted.push(sql`s.plan_key = ${query.plan}`);
  if (query.mine) wanted.push(sql`c.owner_id = ${context.actor.personId}`);
  if (query.failed !== undefined) wanted.push(query.failed ? FAILED : sql`not ${FAILED}`);
  if (query.from) wanted.push(sql`s.until_at > ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`s.from_at < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(s.from_at, s.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const rows = await checkRows(context, sql.join(wanted, sql` and `), query.limit + 1);
  const found = page(
    rows,
    query.limit,
    (row) => row,
    (row) => cursorOf(row.from_at, row.id),
  );
  return { items: await checkLines(context, found.items), next: found.next };
}

export async function checkLines(context: Context, rows: readonly CheckRow[]): Promise<Line[]> {
  const ids = rows.map((row) => row.id);
  const counts = await countsOf(context.tx, ids);
  const names = await personNames(context);
  return rows.map((row) => lineOf(row, counts.get(row.id)!, names));
}

function lineOf(row: CheckRow, counts: Counts, names: ReadonlyMap<string, string>): Line {
  return {
    id: row.id,
    plan: { key: row.plan_key, name: row.definition.name },
    period: row.period,
    begins: row.begins,
    from: row.from_at,
    until: row.until_at,
    state: stateOf(row),
    owner: named(names, row.owner_id),
    dueAt: row.due_at,
    population: row.population_size,
    ...counts,
    completedAt: row.completed_at,
    completedBy: named(names, row.completed_by_id),
  };
}
