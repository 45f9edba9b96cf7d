import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { between, plus } from '../kernel/time.ts';
import { plainLength } from '../kernel/duration.ts';
import { departments } from '../organisation/house.ts';
import { reachOf } from '../organisation/reach.ts';
import { currentKinds } from '../pack/kinds.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import type { SourceType } from './improvement.ts';
import { namesOfPatterns } from './pattern-names.ts';
import { choicesOf, partsOf } from './patterns.ts';
import { recordsOf } from './records.ts';
import { PERIODS_BEFORE, repeatedFrom, usualOf } from './usual.ts';
import type { repetitionsOut } from './view.ts';

/** How often something happens within how long before an action is proposed, where the settings do not say. */
const USUAL = { times: 3, within: 'P30D' } as const;

type Setting = { times: number; within: string; length: number; since: Instant };
type Rule = Setting & { from: Instant; known: number };

/** The setting, and since when is counted by it. */
export async function settingOfRepetition(context: Context): Promise<Setting> {
  const { times, within } = (await settingsOf(context)).repetition ?? USUAL;
  const length = plainLength(within);
  return { times, within, length, since: plus(context.now, -length) };
}

/** The same, and over which time before that it is said what is usual. */
async function ruleOfRepetition(context: Context): Promise<Rule> {
  const setting = await settingOfRepetition(context);
  const { length, since } = setting;
  const first = await context.tx
    .selectFrom('ticket')
    .select('opened_at')
    .orderBy('opened_at')
    .limit(1)
    .executeTakeFirst();
  const known = first && first.opened_at < since ? between(first.opened_at, since) / length : 0;
  return { ...setting, from: plus(since, -PERIODS_BEFORE * length), known };
}

/**
 * Everything since a moment that may occur repeatedly, each under its keys. Matters by the index on their opening, visits and
 * notices by that on their end and issue: it costs what fell into the four periods, and is read when somebody looks.
 */
async function occurred(context: Context, since: Instant): Promise<RawBuilder<unknown>> {
  const fields = (await currentKinds(context)).flatMap(({ key, kind }) =>
    choicesOf(kind).map((field) => ({ kind: key, field })),
  );
  return sql`
    select k.pattern, t.department_id, 'ticket' as type, t.id, t.opened_at as at
    from ticket t join jsonb_to_recordset(${JSON.stringify(fields)}::jsonb) as f(kind text, field text) on f.kind = t.kind
      cross join lateral (values (concat_ws('|', 'ticket', t.department_id, t.kind, f.field, t.fields->>f.field)),
        (case when t.place_id is not null
          then concat_ws('|', 'at_place', t.department_id, t.place_id, t.kind, f.field, t.fields->>f.field) end)) as k(pattern)
    where t.opened_at >= ${since}::timestamptz and t.department_id is not null and t.fields->>f.field <> ''
      and t.closed_as is distinct from 'duplicate' and t.stage_class <> 'cancelled' and k.pattern is not null
    union all
    select concat_ws('|', 'visit_fault', v.fault_department_id), v.fault_department_id, 'return_visit', v.id, v.ended_at
    from return_visit v where v.state in ('made', 'declined', 'unreachable') and v.ended_at >= ${since}::timestamptz and v.fault is not null
    union all
    select concat_ws('|', 'late', r.department_id, c.kind), r.department_id, 'rectification', r.id, r.issued_at
    from rectification r join commitment c on c.id = r.commitment_id
    where r.source = 'late' and r.withdrawn_at is null and r.issued_at >= ${since}::timestamptz
    union all
    select concat_ws('|', 'spot_check', r.department_id, s.plan_key, x.criterion), r.department_id, 'rectification', r.id, r.issued_at
    from rectification r join spot_check s on s.id = r.spot_check_id join spot_check_result x on x.rectification_id = r.id
    where r.withdrawn_at is null and r.issued_at >= ${since}::timestamptz`;
}

type Row = {
  pattern: string;
  department_id: Id<'department'>;
  n: number;
  /** How often in the periods before. */
  before: number;
  last: Instant;
  type: SourceType;
  ids: string[];
};

/** Counted anew from the last decision about it on; what an open action answers is not proposed again. */
async function counted(
  context: Context,
  { since, from }: Rule,
  least: number,
  wanted: RawBuilder<unknown>,
): Promise<Row[]> {
  const now = sql`o.at >= ${since}::timestamptz and (decided.at is null or o.at > decided.at)`;
  const { rows } = await sql<Row>`
    with occurred as (${await occurred(context, from)})
    select o.pattern, o.department_id, count(*) filter (where ${now})::int as n, max(o.at) as last, min(o.type) as type,
      count(*) filter (where o.at < ${since}::timestamptz)::int as before,
      (array_agg(o.id order by o.at desc) filter (where ${now}))[1:100] as ids
    from occurred o join department d on d.id = o.department_id
    left join (select pattern, max(at) as at from repetition_decision group by pattern) decided on decided.pattern = o.pattern
    where ${wanted} and not exists (
      select from improvement i where i.watch = o.pattern and i.closed_at is null and i.withdrawn_at is null)
    group by o.pattern, o.department_id having count(*) filter (where ${now}) >= ${least}`.execute(context.tx);
  return rows;
}

/** The same answer as `can`, for whoever may answer with an action. */
function inScope({ actor }: Context): RawBuilder<unknown> {
  const reach = reachOf(actor, 'rectification.issue');
  if (reach === null) return sql`false`;
  if (reach.all) return sql`true`;
  return sql`(d.centre_id = any(${reach.centres}::uuid[]) or d.id = any(${reach.departments}::uuid[]))`;
}

const MOST = 100;

type Found = Row & { usual: number | null; from: number };

/** What is out of the ordinary, the furthest above its own limit first. */
function repeated(rows: readonly Row[], { times, known }: Rule): Found[] {
  return rows
    .map((row) => {
      const usual = usualOf(row.before, known);
      return { ...row, usual, from: repeatedFrom(times, usual) };
    })
    .filter((row) => row.n >= row.from)
    .toSorted((one, other) => other.n / other.from - one.n / one.from || (one.pattern < other.pattern ? -1 : 1))
    .slice(0, MOST);
}

/** What occurs repeatedly, with the records behind: each proposes an action (ESCL-05). */
export async function listRepetitions(context: Context): Promise<z.input<typeof repetitionsOut>> {
  const rule = await ruleOfRepetition(context);
  const rows = repeated(await counted(context, rule, rule.times, inScope(context)), rule);
  const known = await departments(context);
  const names = await namesOfPatterns(
    context,
    rows.map((row) => row.pattern),
  );
  const records = await recordsOf(
    context,
    rows.flatMap(({ type, ids }) => ids.map((id) => ({ type, id }))),
  );
  return {
    times: rule.times,
    within: rule.within,
    since: rule.since,
    items: rows.map((row) => ({
      pattern: row.pattern,
      sort: partsOf(row.pattern)?.sort ?? 'ticket',
      names: names(row.pattern),
      department: { id: row.department_id, name: known.get(row.department_id)!.name },
      n: row.n,
      usual: row.usual,
      from: row.from,
      lastAt: row.last,
      records: row.ids.flatMap((id) => records.get(id) ?? []),
    })),
  };
}

/** One of them, as it stands now: how often, and the records behind. */
export async function repetitionOf(
  context: Context,
  pattern: string,
): Promise<{ n: number; records: { type: SourceType; id: string }[] }> {
  const [row] = await counted(context, await ruleOfRepetition(context), 1, sql`o.pattern = ${pattern}`);
  return { n: row?.n ?? 0, records: (row?.ids ?? []).map((id) => ({ type: row!.type, id })) };
}
