import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import { ofDepartment } from './service.ts';
import type { Span } from './statistics.ts';
import type { Technique, Upward, Used } from './summary.ts';
import { TECHNIQUES } from './summary.ts';

/**
 * Which statistical techniques were used in the period, and on which records (SURV-11): samples drawn and looked at; causes ranked in a
 * report that was sent; what occurred beyond its control limit and was decided on, or was charted in such a report; causes looked for
 * by where they lie.
 */
export async function techniquesOf(context: Context, span: Span): Promise<Upward['techniques']> {
  const within = (column: string) =>
    sql`${sql.ref(column)} >= ${span.from_at}::timestamptz and ${sql.ref(column)} < ${span.until_at}::timestamptz`;
  const centre = span.centre_id;
  const reported = (part: string) => sql`select 'summary' as type, s.id, s.submitted_at as at from summary s
    where s.centre_id = ${centre} and s.plan->'holds' ? ${part} and ${within('s.submitted_at')} and ${ofDepartment(span, 's.department_id')}`;
  const { rows } = await sql<Used & { technique: Technique }>`
    select 'sampling' as technique, 'spot_check' as type, c.id, c.completed_at as at from spot_check c
    where c.centre_id = ${centre} and c.dropped_at is null and cardinality(c.population) > 0 and ${within('c.completed_at')}
      and ${ofDepartment(span, 'c.department_id')}
    union all select 'pareto', r.* from (${reported('causes')}) r
    union all select 'control_limit', r.* from (${reported('control_chart')}) r
    union all select 'control_limit', case when i.id is null then 'repetition' else 'improvement' end, coalesce(i.id, d.id), d.at
    from repetition_decision d left join improvement i on i.id = d.improvement_id
    where (i.id is null or (i.centre_id = ${centre} and ${ofDepartment(span, 'i.department_id')})) and ${within('d.at')}
    union all select 'cause_analysis', 'improvement', i.id, i.opened_at from improvement i
    where i.centre_id = ${centre} and ${within('i.opened_at')} and ${ofDepartment(span, 'i.department_id')}
    order by at, id`.execute(context.tx);
  return TECHNIQUES.map((technique) => ({
    technique,
    used: rows.filter((row) => row.technique === technique).map(({ type, id, at }) => ({ type, id, at })),
  }));
}
