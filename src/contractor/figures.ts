import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import { faultsIn } from './faults.ts';
import type { ContractorFiguresQuery } from './inputs.ts';
import { contractorScope } from './scope.ts';
import type { ContractorFigures } from './view.ts';

type Counted = Omit<ContractorFigures['items'][number], 'contractor'>;
type Row = Counted & { id: Id<'contractor'>; name: string };

/**
 * What a period says of each contractor (EXTR-06): checks owed whose period ended in it and is over by now, checks made, and improvements
 * asked. Each figure counts what the list of the same name shows for the same contractor, service and period.
 */
export async function contractorFigures(
  context: Context,
  { from, until, service }: ContractorFiguresQuery,
): Promise<ContractorFigures> {
  const within = (moment: RawBuilder<unknown>) =>
    sql`${moment} >= ${from}::timestamptz and ${moment} < ${until}::timestamptz`;
  const of = (row: string) => (service ? sql`and ${sql.ref(`${row}.service`)} = ${service}` : sql``);
  const state = faultsIn(context.now);
  const { rows } = await sql<Row>`
    select k.id, k.name, d.*, c.*, f.* from contractor k
    cross join lateral (select count(*)::int as owed, count(*) filter (where c.checked_at < d.until_at)::int as kept
      from contractor_due d left join contractor_check c on c.id = d.check_id
      where d.contractor_id = k.id and d.dropped_at is null and d.until_at <= ${context.now}::timestamptz
        and ${within(sql`d.until_at`)} ${of('d')}) d
    cross join lateral (select count(*)::int as checks, count(*) filter (where c.verdict = 'pass')::int as passed,
        coalesce(sum(p.points), 0)::int as points, coalesce(sum(p.passed), 0)::int as "pointsPassed"
      from contractor_check c cross join lateral (
        select count(*) as points, count(*) filter (where p.verdict = 'pass') as passed
        from contractor_check_point p where p.check_id = c.id) p
      where c.contractor_id = k.id and ${within(sql`c.checked_at`)} ${of('c')}) c
    cross join lateral (select count(*)::int as asked, count(*) filter (where ${state.mended})::int as mended,
        count(*) filter (where ${state.mended_late})::int as "mendedLate", count(*) filter (where ${state.open})::int as open,
        count(*) filter (where ${state.late})::int as late
      from contractor_fault f where f.contractor_id = k.id and ${within(sql`f.asked_at`)} ${of('f')}) f
    where ${contractorScope(context)} and d.owed + c.checks + f.asked > 0
    order by k.name, k.id`.execute(context.tx);
  return { items: rows.map(({ id, name, ...counted }) => ({ contractor: { id, name }, ...counted })) };
}
