import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { plus } from '../kernel/time.ts';
import { plainLength } from '../kernel/duration.ts';
import { departments } from '../organisation/house.ts';
import { currentKinds } from '../pack/kinds.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import type { SourceType } from './improvement.ts';
import { namesOfPatterns } from './pattern-names.ts';
import { choicesOf, partsOf } from './patterns.ts';
import { recordsOf } from './records.ts';
import type { repetitionsOut } from './view.ts';

/** How often something happens within how long before an action is proposed, where the settings do not say. */
const USUAL = { times: 3, within: 'P30D' } as const;

export async function ruleOfRepetition(context: Context): Promise<{ times: number; within: string; since: Instant }> {
  const { times, within } = (await settingsOf(context)).repetition ?? USUAL;
  return { times, within, since: plus(context.now, -plainLength(within)) };
}

/**
 * Everything since a moment that may occur repeatedly, each under its key. Matters by the index on their opening, visits and
 * notices by that on their end and issue: it costs what fell into the time, and is read when somebody looks.
 */
async function occurred(context: Context, since: Instant): Promise<RawBuilder<unknown>> {
  const fields = (await currentKinds(context)).flatMap(({ key, kind }) =>
    choicesOf(kind).map((field) => ({ kind: key, field })),
  );
  return sql`
    select concat_ws('|', 'ticket', t.department_id, t.kind, f.field, t.fields->>f.field) as pattern, t.department_id,
      'ticket' as type, t.id, t.opened_at as at
    from ticket t join jsonb_to_recordset(${JSON.stringify(fields)}::jsonb) as f(kind text, field text) on f.kind = t.kind
    where t.opened_at >= ${since}::timestamptz and t.department_id is not null and t.fields->>f.field <> ''
      and t.closed_as is distinct from 'duplicate' and t.stage_class <> 'cancelled'
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
  last: Instant;
  type: SourceType;
  ids: string[];
};

/** Counted anew from the last decision about it on; what an open action answers is not proposed again. */
async function counted(context: Context, since: Instant, times: number, wanted: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with occurred as (${await occurred(context, since)})
    select o.pattern, o.department_id, count(*)::int as n, max(o.at) as last, min(o.type) as type,
      (array_agg(o.id order by o.at desc))[1:100] as ids
    from occurred o join department d on d.id = o.department_id
    left join (select pattern, max(at) as at from repetition_decision group by pattern) decided on decided.pattern = o.pattern
    where (decided.at is null or o.at > decided.at) and ${wanted} and not exists (
      select from improvement i where i.watch = o.pattern and i.closed_at is null and i.withdrawn_at is null)
    group by o.pattern, o.department_id having count(*) >= ${times} order by n desc, o.pattern limit 100`.execute(
    context.tx,
  );
  return rows;
}

/** The same answer as `can`, for whoever may answer with an action. */
function inScope({ actor }: Context): RawBuilder<unknown> {
  if (actor.personId === null) return sql`true`;
  const posts = actor.posts.filter((post) => post.rights['rectification.issue'] !== undefined);
  if (posts.some((post) => post.rights['rectification.issue'] === 'organisation')) return sql`true`;
  const of = (scope: string) => posts.filter((post) => post.rights['rectification.issue'] === scope);
  const centres = of('centre').map((post) => post.centreId);
  const own = of('department').flatMap((post) => post.departmentId ?? []);
  return sql`(d.centre_id = any(${centres}::uuid[]) or d.id = any(${own}::uuid[]))`;
}

/** What occurs repeatedly, the most often first, with the records behind: each proposes an action (ESCL-05). */
export async function listRepetitions(context: Context): Promise<z.input<typeof repetitionsOut>> {
  const { times, within, since } = await ruleOfRepetition(context);
  const rows = await counted(context, since, times, inScope(context));
  const known = await departments(context);
  const names = await namesOfPatterns(context);
  const records = await recordsOf(
    context,
    rows.flatMap(({ type, ids }) => ids.map((id) => ({ type, id }))),
  );
  return {
    times,
    within,
    since,
    items: rows.map((row) => ({
      pattern: row.pattern,
      sort: partsOf(row.pattern)?.sort ?? 'ticket',
      names: names(row.pattern),
      department: { id: row.department_id, name: known.get(row.department_id)!.name },
      n: row.n,
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
  const { since } = await ruleOfRepetition(context);
  const [row] = await counted(context, since, 1, sql`o.pattern = ${pattern}`);
  return { n: row?.n ?? 0, records: (row?.ids ?? []).map((id) => ({ type: row!.type, id })) };
}
